import type { Answer } from '../../core/index.ts';
import type { Given } from './given.ts';

/** Probability from which on a sure answer is given as a fact. */
const FACT = 0.9;

/** What the model found, in a sentence. */
export function sentenceFor(given: Given, { digit, sure, probabilities }: Answer): string {
  if (digit === null) {
    return given.kind === 'file' ? 'No digit: this picture is blank.' : 'No digit yet.';
  }
  if (!sure) return `Not sure: ${named(digit)}, or ${named(secondBest(digit, probabilities))}?`;
  const isFact = (probabilities[digit] ?? 0) >= FACT;
  return `This ${isFact ? 'is' : 'looks like'} ${named(digit)}.`;
}

function named(digit: number): string {
  return `${digit === 8 ? 'an' : 'a'} ${digit}`;
}

function secondBest(best: number, probabilities: Float32Array): number {
  const others = probabilities.map((probability, digit) => (digit === best ? -1 : probability));
  return others.indexOf(Math.max(...others));
}
