import type { Answer } from '../../core/index.ts';

/** The largest probability of an answer, 0 to 1; 0 where no digit was found. */
export function confidenceOf({ found, probabilities }: Answer): number {
  return found ? Math.max(...probabilities) : 0;
}
