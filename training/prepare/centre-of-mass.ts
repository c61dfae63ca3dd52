import { SEEN_SIDE } from '../../core/index.ts';
import { Whole } from '../exact/whole.ts';
import type { Frame } from './frame.ts';

/**
 * Moves a digit so that its centre of mass is the centre of a picture of 28x28.
 *
 * @param digit [side, side], the digit in its top left corner
 * @param size of the digit
 * @returns [28, 28]
 */
export function placeByMass(digit: Whole, side: number, { height, width }: Frame): Whole {
  const { graph } = digit;
  const rowMass = digit.rowSums(side);
  const columnMass = digit.columnSums(side);
  const mass = rowMass.columnSums(side).atLeast(1);
  const source = Whole.row(graph, side);
  const top = offset(source, rowMass, mass, height);
  const left = offset(source, columnMass.transposed(), mass, width);
  const target = Whole.column(graph, SEEN_SIDE);
  const down = target.isEqualTo(source.plus(top));
  const along = target.isEqualTo(source.plus(left));
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
    .times(-1)
    .plus(SEEN_SIDE / 2)
    .atLeast(0)
    .atMost(side.times(-1).plus(SEEN_SIDE));
}
