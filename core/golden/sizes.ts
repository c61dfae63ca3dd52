type Size = readonly [width: number, height: number];

/**
 * Width and height, in pixels. Every look has one picture of each. MNIST's size comes twice in a row, as a
 * runtime may reuse memory between pictures of one shape.
 */
export const SIZES: readonly Size[] = [
  [28, 28],
  [28, 28],
  [1, 1],
  [8, 8],
  [16, 16],
  [1, 40],
  [40, 1],
  [2, 2],
  [20, 20],
  [3, 500],
  [500, 3],
  [32, 32],
  [64, 48],
  [48, 64],
  [100, 100],
  [5, 7],
  [280, 280],
  [28, 29],
  [27, 28],
  [1000, 1000],
  [150, 40],
  [40, 150],
  [256, 255],
  [129, 257],
  [320, 240],
  [1, 1000],
  [1000, 1],
  [7, 300],
  [90, 160],
  [640, 480],
  [12, 12],
  [33, 31],
];

/** Pictures with both sides above this, in pixels, are large. */
const LARGE = 300;

/** Large pictures shrink from round to round, so that all together are drawn and read in a few seconds. */
export function sizeIn(round: number, [width, height]: Size): Size {
  if (Math.min(width, height) <= LARGE) return [width, height];
  return [Math.floor(width / (round + 1)), Math.floor(height / (round + 1))];
}
