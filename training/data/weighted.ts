import type { Random } from './random.ts';

/** One of several, as often as its share says, or `shareOf` it; the shares need not add up to 1. */
export function weighted<T extends { readonly share: number }>(
  choices: readonly [T, ...T[]],
  random: Random,
  shareOf: (choice: T) => number = ({ share }) => share,
): T {
  const [first] = choices;
  let place = random.unit() * choices.reduce((sum, choice) => sum + shareOf(choice), 0);
  return choices.find((choice) => (place -= shareOf(choice)) < 0) ?? first;
}
