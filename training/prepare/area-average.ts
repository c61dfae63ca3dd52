import type { Whole } from '../exact/whole.ts';

/**
 * One axis of an area average: cells laid over the pixels from `start` to `start + length`. Lengths are in
 * units of which a pixel has `pixelUnits` and a cell `cellUnits`; a cell that reaches over the end is cut
 * there.
 */
export interface Axis {
  /** 0, 1, 2, … as a row, one for each pixel of the source. */
  readonly pixels: Whole;
  /** 0, 1, 2, … as a column, one for each cell; what those hold that begin after the end means nothing. */
  readonly cells: Whole;
  readonly start: Whole;
  readonly length: Whole;
  readonly cellUnits: Whole;
  readonly pixelUnits: Whole;
}

/**
 * Averages `source` [rows, columns] over the cells of a grid, each pixel weighed by the area it has in
 * the cell, first down the columns, then along the rows, rounding to the nearest each time. Cells smaller
 * than a pixel look at a pixel's breadth around their middle, which is linear interpolation: enlarged
 * pictures are smooth.
 *
 * Exact: the weights of a cell add up to its own breadth, so a sum is at most that times the largest
 * pixel, which `dividedBy` wants below 2^21; and a mean lies within the range of what it is the mean of.
 *
 * @returns [cells of `vertical`, cells of `horizontal`]
 */
export function areaAverage(source: Whole, vertical: Axis, horizontal: Axis): Whole {
  return weighedAverage(source, weights(vertical), weights(horizontal));
}

/** How much of each pixel is in each cell. */
export interface Weights {
  /** [cells, pixels]. */
  readonly overlap: Whole;
  /** Its sums [cells, 1]. */
  readonly breadth: Whole;
}

/** [cells of `down`, cells of `along`]. */
export function weighedAverage(source: Whole, down: Weights, along: Weights): Whole {
  const reach = ({ breadth }: Weights) => breadth.range.high * source.range.high;
  return down.overlap
    .matMul(source, reach(down))
    .dividedByRounding(down.breadth)
    .within(source.range)
    .matMul(along.overlap.transposed(), reach(along))
    .dividedByRounding(along.breadth.transposed())
    .within(source.range);
}

/** In half units, so that a cell's middle is whole. */
function weights({ pixels, cells, start, length, cellUnits, pixelUnits }: Axis): Weights {
  const end = length.times(pixelUnits);
  const boundary = (cell: Whole) => cell.times(cellUnits).atMost(end);
  const [cellStart, cellEnd] = [boundary(cells), boundary(cells.plus(1))];
  const longest = Math.max(cellUnits.range.high, pixelUnits.range.high);
  const breadth = cellEnd.minus(cellStart).within({ low: 0, high: longest }).atLeast(pixelUnits);
  const twiceMiddle = cellStart.plus(cellEnd);
  const pixelStart = pixels.minus(start).times(pixelUnits).times(2);
  const overlap = twiceMiddle
    .plus(breadth)
    .atMost(pixelStart.plus(pixelUnits.times(2)))
    .minus(twiceMiddle.minus(breadth).atLeast(pixelStart))
    .atLeast(0);
  const ones = pixels.times(0).plus(1).transposed();
  // Each cell lies at least half within the source, whose pixels don't overlap.
  const sums = overlap.matMul(ones, 2 * longest).within({ low: 1, high: 2 * longest });
  return { overlap, breadth: sums };
}
