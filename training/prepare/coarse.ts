import type { Whole } from '../exact/whole.ts';
import { MAX_CELLS, type Cells } from './cells.ts';
import { gridOf, type Grid } from './grid.ts';

/** A grid on which strokes are followed: the cells, or squares of 2x2 of them where they are fine. */
export interface Coarse extends Grid {
  readonly cells: Cells;
  /** [1, 1], cells along a side of a square: 1 or 2. */
  readonly factor: Whole;
}

export function coarseOf(cells: Cells): Coarse {
  const factor = cells.isFine.plus(1);
  const half = (side: Whole) =>
    side
      .plus(cells.isFine)
      .dividedBy(factor)
      .within({ low: 1, high: MAX_CELLS / 2 });
  const size = { height: half(cells.height), width: half(cells.width) };
  return { ...gridOf(size, MAX_CELLS / 2), cells, factor };
}

/** The largest of each square. */
export function toCoarse(x: Whole, { cells, factor, rows, columns }: Coarse): Whole {
  const join = (of: Whole, indices: Whole, side: Whole, axis: 0 | 1) => {
    const first = indices.times(factor);
    const last = first.plus(factor.minus(1)).atMost(side.minus(1));
    return of.gather(first, axis).atLeast(of.gather(last, axis));
  };
  const inRows = join(x, rows, cells.height, 0);
  return join(inRows, columns, cells.width, 1);
}

/** To each cell what its square has. */
export function fromCoarse(x: Whole, { cells, factor }: Coarse): Whole {
  // Columns first, while there are fewer rows: an engine copies them one number at a time.
  return x.gather(cells.columns.dividedBy(factor), 1).gather(cells.rows.dividedBy(factor), 0);
}
