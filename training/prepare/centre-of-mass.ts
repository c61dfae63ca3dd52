import { SEEN_SIDE } from '../../core/index.ts';
import { Whole } from '../exact/whole.ts';
import { columnSums, rowSums, total, type Grid } from './grid.ts';

/**
 * Moves a digit so that its centre of mass is the centre of a picture of 28x28.
 *
 * @param digit [height, width], 0 to 255
 * @returns [28, 28]
 */
export function placeByMass(digit: Whole, grid: Grid): Whole {
  const mass = total(digit, grid).atLeast(1);
  const { rows, columns } = grid;
  const top = offset(rows.transposed(), rowSums(digit, grid), mass, grid.height);
  const left = offset(columns, columnSums(digit, grid).transposed(), mass, grid.width);
  const target = Whole.column(digit.graph, SEEN_SIDE);
  const down = target.isEqualTo(rows.transposed().plus(top));
  const along = target.isEqualTo(columns.plus(left));
  // Each row of `down` and `along` has a single 1 at the most.
  return down.matMul(digit, 255).matMul(along.transposed(), 255);
}

/**
 * Where a digit of length `side` begins so that its centre of mass comes into pixel 14, as in every
 * picture of MNIST (measured: between 13.5 and 14.5 when pixels count from 0), kept within 28.
 */
function offset(index: Whole, masses: Whole, mass: Whole, side: Whole): Whole {
  const moment = index.matMul(masses, index.range.high * mass.range.high);
  const centre = moment.dividedByRounding(mass).within(index.range);
  return centre
    .subtractedFrom(SEEN_SIDE / 2)
    .atLeast(0)
    .atMost(side.subtractedFrom(SEEN_SIDE));
}
