import type { Whole } from '../exact/whole.ts';

/** Cells around one: itself and its eight neighbours. */
const NEIGHBOURHOOD = { size: 3, stride: 1, before: 1, after: 1 };

/**
 * Morphological reconstruction by dilation (Vincent, "Morphological Grayscale Reconstruction in Image
 * Analysis", 1993): the marker spreads from cell to cell, nowhere above the mask, for so many steps.
 *
 * @param marker [height, width], nowhere above the mask, nowhere below 0
 */
export function reconstruct(marker: Whole, mask: Whole, steps: number): Whole {
  const limit = mask.asPicture();
  let spread = marker.asPicture();
  for (let step = 0; step < steps; step += 1) {
    spread = spread.largestOfWindows(NEIGHBOURHOOD).atMost(limit);
  }
  return spread.asMatrix().within(mask.range);
}
