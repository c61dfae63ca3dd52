import { Whole } from '../exact/whole.ts';

/**
 * One axis of an area average: `cells` cells laid over the pixels from `start` to `start + length`.
 * Lengths are in units of which a pixel has `pixelUnits` and a cell `cellUnits`; a cell that reaches
 * over the end is cut there, one that begins after it is empty.
 */
export interface Axis {
  /** 0, 1, 2, … as a row, one for each pixel of the source. */
  readonly pixels: Whole;
  readonly start: Whole;
  readonly length: Whole;
  readonly cells: number;
  readonly cellUnits: Whole;
  readonly pixelUnits: Whole;
}

/**
 * Averages `source` [rows, columns] over the cells of a grid, each pixel weighed by the area it has in
 * the cell, first down the columns, then along the rows, rounding to the nearest each time.
 *
 * Exact: the weights of a cell add up to its own length, so a sum is at most that times the largest
 * pixel, which `dividedBy` wants below 2^21; and a mean lies within the range of what it is the mean of.
 *
 * @returns [vertical.cells, horizontal.cells]; empty cells are 0
 */
export function areaAverage(source: Whole, vertical: Axis, horizontal: Axis): Whole {
  const down = weights(vertical);
  const columns = down.overlap
    .matMul(source, down.cell.range.high * source.range.high)
    .dividedByRounding(down.cell)
    .within(source.range);
  const along = weights(horizontal);
  return columns
    .matMul(along.overlap.transposed(), along.cell.range.high * source.range.high)
    .dividedByRounding(along.cell.transposed())
    .within(source.range);
}

/** `overlap` [cells, pixels] in units, and the length of each cell [cells, 1], at least 1. */
function weights({ pixels, start, length, cells, cellUnits, pixelUnits }: Axis) {
  const { graph } = pixels;
  const end = length.times(pixelUnits);
  const cellStart = Whole.column(graph, cells).times(cellUnits).atMost(end);
  const cellEnd = Whole.column(graph, cells).plus(1).times(cellUnits).atMost(end);
  const pixelStart = pixels.minus(start).times(pixelUnits);
  const pixelEnd = pixelStart.plus(pixelUnits);
  const overlap = cellEnd.atMost(pixelEnd).minus(cellStart.atLeast(pixelStart)).atLeast(0);
  // Both ends are cut at the same place, so a cell is at most as long as it was.
  const cell = cellEnd.minus(cellStart).within({ low: 0, high: cellUnits.range.high }).atLeast(1);
  return { overlap, cell };
}
