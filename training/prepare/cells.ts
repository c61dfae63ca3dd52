import type { Whole } from '../exact/whole.ts';
import { areaAverage } from './area-average.ts';
import { countUpTo, longSide, type Frame } from './frame.ts';
import { gridOf, type Grid } from './grid.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';

/** Cells along the longer side of pictures of fewer than 128 pixels, at most. */
const FEW = 64;

/** Cells along the longer side of larger pictures. */
export const MAX_CELLS = 2 * FEW;

/** A picture averaged to few enough cells to look at them closely. */
export interface Cells extends Grid {
  /** [height, width], 0 to 255. */
  readonly grey: Whole;
  /** Cells along the longer side. A cell is `longPixels / longCells` pixels long and wide. */
  readonly longCells: Whole;
  readonly longPixels: Whole;
  /** [1, 1], 1 where there are 128 cells along the longer side, else 0. */
  readonly isFine: Whole;
}

/** Pictures of up to 64 pixels keep their pixels. */
export function cellsOf(grey: Whole, frame: Frame): Cells {
  const longPixels = longSide(frame);
  const isFine = longPixels.minus(MAX_CELLS - 1).isPositive();
  const longCells = longPixels.atMost(FEW).plus(isFine.times(FEW));
  const count = (side: Whole) =>
    side
      .times(longCells)
      .plus(longPixels.minus(1))
      .dividedBy(longPixels)
      .within({ low: 1, high: MAX_CELLS });
  const grid = gridOf({ height: count(frame.height), width: count(frame.width) }, MAX_CELLS);
  const axis = (length: Whole, cells: Whole) => ({
    pixels: countUpTo(length, MAX_SHRUNK_SIDE),
    cells,
    start: length.times(0),
    length,
    cellUnits: longPixels,
    pixelUnits: longCells,
  });
  const vertical = axis(frame.height, grid.rows);
  const horizontal = axis(frame.width, grid.columns.transposed());
  return {
    ...grid,
    grey: areaAverage(grey, vertical, horizontal),
    longCells,
    longPixels,
    isFine,
  };
}
