import { Whole } from '../exact/whole.ts';
import { MAX_CELLS, type Cells } from './cells.ts';
import { frameWith } from './frame.ts';
import { gridOf, type Grid } from './grid.ts';

/** Squares along a side at most. */
export const MAX_SQUARES = MAX_CELLS / 2;

/** The network that looks at squares halves their number three times. */
export const SIDE_MULTIPLE = 8;

/**
 * A grid of squares in which the digit is looked for: the cells, or 2x2 of them where they are fine. Its
 * sides are multiples of 8; squares beyond the picture are not `inside`.
 */
export interface Coarse extends Grid {
  readonly cells: Cells;
  /** [1, 1], cells along a side of a square: 1 or 2. */
  readonly factor: Whole;
  /** [height, width], 1 within the picture, 0 beyond. */
  readonly inside: Whole;
}

export function coarseOf(cells: Cells): Coarse {
  const factor = cells.isFine.plus(1);
  const sides = cells.sides
    .plus(cells.isFine)
    .dividedBy(factor)
    .within({ low: 1, high: MAX_SQUARES });
  const squares = frameWith(sides);
  const grid = gridOf(frameWith(roundedUp(sides)), MAX_SQUARES);
  const left = squares.height.minus(grid.rows).atMost(squares.width.minus(grid.columns));
  return { ...grid, cells, factor, inside: left.isPositive() };
}

function roundedUp(sides: Whole): Whole {
  return sides
    .plus(SIDE_MULTIPLE - 1)
    .dividedBy(SIDE_MULTIPLE)
    .times(SIDE_MULTIPLE)
    .within({ low: SIDE_MULTIPLE, high: MAX_SQUARES });
}

/** The largest of each square; beyond the picture some cell's at its edge. */
export function toCoarse(x: Whole, coarse: Coarse): Whole {
  return extremesOf(x, coarse).largest.transposed();
}

/**
 * The largest and the smallest of each square, both [width, height]; beyond the picture some cell's at its
 * edge.
 */
export function extremesOf(x: Whole, { cells, factor, rows, columns }: Coarse) {
  const ends = (of: Whole, indices: Whole, side: Whole): [Whole, Whole] => {
    const inner = (index: Whole) => index.atMost(side.minus(1));
    const first = indices.times(factor);
    const last = first.plus(factor.minus(1));
    return [of.gather(inner(first), 0), of.gather(inner(last), 0)];
  };
  const [top, bottom] = ends(x, rows, cells.height);
  // An engine copies a row at once, but a column one number at a time.
  const across = (of: Whole) => ends(of.transposed(), columns, cells.width);
  const [left, right] = across(top.atLeast(bottom));
  const [leftLeast, rightLeast] = across(top.atMost(bottom));
  return { largest: left.atLeast(right), smallest: leftLeast.atMost(rightLeast) };
}

/** To each cell what its square has. */
export function fromCoarse(x: Whole, { cells, factor }: Coarse): Whole {
  const squares = Whole.row(x.graph, cells.limit).dividedBy(factor);
  const ofCells = (side: Whole) => squares.first(side, 1);
  // Rows both times: see above.
  const along = x.transposed().gather(ofCells(cells.width), 0).transposed();
  return along.gather(ofCells(cells.height), 0);
}
