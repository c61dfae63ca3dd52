import type { Whole } from '../exact/whole.ts';

/** Between one side of a square and the other, ink rises by more than 3/8 of the darkest somewhere. */
const RISE_EIGHTHS = 3;

/**
 * 1 where ink has an edge somewhere, 0 where it fades in and out everywhere, as the shade of a lamp's light
 * does.
 *
 * @param ink [height, width], 0 to 255
 * @param mask [height, width], 1 where edges are looked for
 * @param darkest [1, 1]
 */
export function isSharp(ink: Whole, mask: Whole, darkest: Whole): Whole {
  const around = { size: 3, stride: 1, before: 1, after: 1 };
  const most = ink.largestOfWindows(around);
  const least = ink.subtractedFrom(255).within(ink.range).largestOfWindows(around);
  // most + (255 - least) - 255: no less than 0.
  const rise = most.plus(least).minus(255).within({ low: 0, high: 255 });
  return rise.times(mask).largest().times(8).minus(darkest.times(RISE_EIGHTHS)).isPositive();
}
