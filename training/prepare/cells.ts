import { Whole } from '../exact/whole.ts';
import { weighedAverage, type Weights } from './area-average.ts';
import { countUpTo, frameWith, longSide, type Frame } from './frame.ts';
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
  const sides = frame.sides
    .times(longCells)
    .plus(longPixels)
    .minus(1)
    .dividedBy(longPixels)
    .within({ low: 1, high: MAX_CELLS });
  const grid = gridOf(frameWith(sides), MAX_CELLS);
  const overlap = overlapOf(longCells, longPixels);
  const down = partOf(overlap, grid.height, frame.height);
  const along = partOf(overlap, grid.width, frame.width);
  return {
    ...grid,
    grey: weighedAverage(grey, down, along),
    longCells,
    longPixels,
    isFine,
  };
}

/**
 * How much of each pixel of the longer side is in each of its cells, [cells, pixels]. A cell is as long as
 * `longPixels`, a pixel as `longCells`, which is no longer.
 */
function overlapOf(longCells: Whole, longPixels: Whole): Whole {
  const cellStart = Whole.column(longCells.graph, MAX_CELLS).first(longCells, 0).times(longPixels);
  const pixelStart = countUpTo(longPixels, MAX_SHRUNK_SIDE).times(longCells);
  return cellStart
    .plus(longPixels)
    .atMost(pixelStart.plus(longCells))
    .minus(cellStart.atLeast(pixelStart))
    .atLeast(0)
    .within({ low: 0, high: MAX_CELLS });
}

/** Of a side of so many cells and pixels; what reaches over its last pixel is cut there. */
function partOf(overlap: Whole, cells: Whole, pixels: Whole): Weights {
  const own = overlap.corner(cells, pixels);
  // Each cell holds some of the side, and pixels don't overlap in it.
  const breadth = own.rowSums(MAX_SHRUNK_SIDE).within({ low: 1, high: MAX_SHRUNK_SIDE });
  return { overlap: own, breadth };
}
