import type { Matrix } from './matrix.ts';

/** Lets the marker spread to the eight neighbours of each cell, nowhere above the mask, so many times. */
export function reconstruct(marker: Matrix, mask: Matrix, steps: number): Matrix {
  let spread = marker;
  for (let step = 0; step < steps; step += 1) {
    const last = spread;
    spread = last.map((_, y, x) => Math.min(largestBeside(last, y, x), mask.at(y, x)));
  }
  return spread;
}

/** The largest of a cell and its neighbours. */
export function largestBeside(x: Matrix, row: number, column: number): number {
  return x.largestWithin(row - 1, row + 1, column - 1, column + 1);
}
