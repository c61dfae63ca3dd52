import type { Cells } from './cells.ts';
import { clamp, type Matrix } from './matrix.ts';

/** A part of a picture, in pixels. */
export interface InkBox {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** The smallest box of whole pixels around all cells of the mask; on an empty one, the last pixel. */
export function inkBox(mask: Matrix, cells: Cells, picture: Matrix): InkBox {
  const rows = Array.from({ length: mask.height }, (_, y) => Math.max(...mask.row(y)));
  const columns = Array.from({ length: mask.width }, (_, x) => Math.max(...mask.column(x)));
  const vertical = extent(rows, cells, picture.height);
  const horizontal = extent(columns, cells, picture.width);
  return {
    top: vertical.start,
    left: horizontal.start,
    height: vertical.length,
    width: horizontal.length,
  };
}

function extent(line: readonly number[], { longPixels, longCells }: Cells, side: number) {
  if (!line.includes(1)) return { start: side - 1, length: 1 };
  const start = Math.floor((line.indexOf(1) * longPixels) / longCells);
  const end = Math.ceil(((line.lastIndexOf(1) + 1) * longPixels) / longCells);
  return { start, length: clamp(end, 0, side) - start };
}
