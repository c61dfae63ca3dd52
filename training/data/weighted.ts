import type { Random } from './random.ts';

/** One of several, as often as its share says; the shares need not add up to 1. */
export function weighted<T extends { readonly share: number }>(
  choices: readonly [T, ...T[]],
  random: Random,
): T {
  const [first] = choices;
  let place = random.unit() * choices.reduce((sum, { share }) => sum + share, 0);
  return choices.find(({ share }) => (place -= share) < 0) ?? first;
}
