import type { Whole } from '../exact/whole.ts';
import type { Cells } from './cells.ts';
import type { Frame } from './frame.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';

/** A part of a picture, in pixels; `top` and `left` count from 0. */
export interface InkBox extends Frame {
  readonly top: Whole;
  readonly left: Whole;
}

/**
 * The smallest box around the ink, in pixels of the picture that the cells were averaged from; at least
 * one pixel, also on an empty mask.
 *
 * @param mask [height, width] in cells, 1 where there is ink
 */
export function inkBox(mask: Whole, cells: Cells, frame: Frame): InkBox {
  const vertical = extent(mask.largestAlong(1), cells.rows, cells.height, frame.height, cells);
  const horizontal = extent(mask.largestAlong(0), cells.columns, cells.width, frame.width, cells);
  return {
    top: vertical.start,
    height: vertical.length,
    left: horizontal.start,
    width: horizontal.length,
  };
}

/** From the first to the last 1 of a line of cells, as pixels of a side. */
function extent(
  mask: Whole,
  indices: Whole,
  count: Whole,
  side: Whole,
  { longPixels, longCells }: Cells,
) {
  const firstCell = count.minus(mask.times(count.minus(indices)).largest());
  const endCell = mask.times(indices.plus(1)).largest();
  const start = firstCell
    .within({ low: 0, high: count.range.high })
    .times(longPixels)
    .dividedBy(longCells)
    .atMost(side.minus(1));
  const end = endCell
    .atLeast(0)
    .times(longPixels)
    .plus(longCells.minus(1))
    .dividedBy(longCells)
    .atMost(side);
  const length = end.minus(start).atLeast(1).within({ low: 1, high: MAX_SHRUNK_SIDE });
  return { start, length };
}
