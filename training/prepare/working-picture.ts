import { Whole } from '../exact/whole.ts';
import { areaAverage } from './area-average.ts';
import { countUpTo, longSide, type Frame } from './frame.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';

/** Side of the square on which paper and ink are told apart, in cells. */
export const CELLS = 64;

/** A picture averaged to at most 64x64 cells, in the top left corner of a square of 64x64. */
export interface WorkingPicture extends Frame {
  /** [64, 64], 0 to 255; 0 outside. */
  readonly cells: Whole;
  /** [64, 64], 1 where a cell is within the picture. */
  readonly valid: Whole;
  /** Side of a cell, in 64ths of a pixel. */
  readonly cellUnits: Whole;
}

/** Small pictures keep their pixels; the longer side of larger ones becomes 64 cells. */
export function workingPicture(grey: Whole, frame: Frame): WorkingPicture {
  const { graph } = grey;
  const cellUnits = longSide(frame).atLeast(CELLS);
  const cellsOver = (side: Whole) =>
    side.times(CELLS).plus(cellUnits.minus(1)).dividedBy(cellUnits).within({ low: 1, high: CELLS });
  const axis = (length: Whole) => ({
    pixels: countUpTo(length, MAX_SHRUNK_SIDE),
    start: Whole.matrix(graph, 1, [0]),
    length,
    cells: CELLS,
    cellUnits,
    pixelUnits: Whole.matrix(graph, 1, [CELLS]),
  });
  const [height, width] = [cellsOver(frame.height), cellsOver(frame.width)];
  const rows = height.minus(Whole.column(graph, CELLS)).isPositive();
  const columns = width.minus(Whole.row(graph, CELLS)).isPositive();
  const cells = areaAverage(grey, axis(frame.height), axis(frame.width));
  return { cells, valid: rows.times(columns), height, width, cellUnits };
}
