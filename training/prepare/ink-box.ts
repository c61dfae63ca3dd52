import { Whole } from '../exact/whole.ts';
import type { Frame } from './frame.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';
import { CELLS, type WorkingPicture } from './working-picture.ts';

/** A part of a picture, in pixels; `top` and `left` count from 0. */
export interface InkBox extends Frame {
  readonly top: Whole;
  readonly left: Whole;
}

/**
 * The smallest box around the ink, in pixels of the picture that the cells were averaged from; at least
 * one pixel, also on an empty mask.
 *
 * @param mask [64, 64], 1 where there is ink
 */
export function inkBox(mask: Whole, { cellUnits }: WorkingPicture, frame: Frame): InkBox {
  const columns = mask.columnSums(CELLS).isPositive();
  const rows = mask.rowSums(CELLS).isPositive().transposed();
  const vertical = extent(rows, cellUnits, frame.height);
  const horizontal = extent(columns, cellUnits, frame.width);
  return {
    top: vertical.start,
    height: vertical.length,
    left: horizontal.start,
    width: horizontal.length,
  };
}

/** The first and the last 1 of a row [1, 64] of cells, as pixels of a side. */
function extent(mask: Whole, cellUnits: Whole, side: Whole) {
  const { graph } = mask;
  const index = Whole.row(graph, CELLS);
  const fromEnd = Whole.matrix(graph, 1, [CELLS]).minus(index);
  const firstCell = mask.times(fromEnd).largest(1, CELLS).times(-1).plus(CELLS);
  const endCell = mask.times(index.plus(1)).largest(1, CELLS);
  const start = firstCell.times(cellUnits).dividedBy(CELLS).atMost(side.minus(1));
  const end = endCell
    .times(cellUnits)
    .plus(CELLS - 1)
    .dividedBy(CELLS)
    .atMost(side);
  const length = end.minus(start).atLeast(1).within({ low: 1, high: MAX_SHRUNK_SIDE });
  return { start, length };
}
