import type { Whole } from '../exact/whole.ts';

/** `grey` as it is where the paper is light, else its negative. */
export function darkOnLight(grey: Whole, isLight: Whole): Whole {
  return chosen(isLight, grey, grey.subtractedFrom(255)).within(grey.range);
}

/** `a` where `isA` is 1, `b` where it is 0; both in one range. */
export function chosen(isA: Whole, a: Whole, b: Whole): Whole {
  return a
    .minus(b)
    .times(isA)
    .plus(b)
    .within({
      low: Math.min(a.range.low, b.range.low),
      high: Math.max(a.range.high, b.range.high),
    });
}
