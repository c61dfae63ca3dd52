import type { Matrix } from './matrix.ts';

/**
 * Whether there is a place in the mask around which, in 3x3, the ink differs by more than 3/8 of the
 * darkest: an edge. Shade has none.
 */
export function isSharp(ink: Matrix, mask: Matrix, darkest: number): boolean {
  for (let y = 0; y < ink.height; y += 1) {
    for (let x = 0; x < ink.width; x += 1) {
      const around = ink.window(y - 1, y + 1, x - 1, x + 1);
      const rise = Math.max(...around) - Math.min(...around);
      if (mask.at(y, x) === 1 && rise * 8 > darkest * 3) return true;
    }
  }
  return false;
}
