import type { Whole } from '../exact/whole.ts';

/** `grey` as it is where the paper is light, else its negative. */
export function darkOnLight(grey: Whole, isLight: Whole): Whole {
  // As far from black, or from white, as it is light there.
  return grey.distanceTo(isLight.times(-255).plus(255)).within(grey.range);
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
