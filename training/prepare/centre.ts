import { SEEN_SIDE } from '../../core/index.ts';
import { Whole } from '../exact/whole.ts';
import { areaAverage } from './area-average.ts';
import { countUpTo, longSide, type Frame } from './frame.ts';
import { darkOnLight, type Ink } from './ink.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';

/** The longer side of a digit in MNIST's pictures, in pixels. */
const DIGIT_SIDE = 20;

/**
 * The ink of a grey picture as MNIST has it: bright on black, scaled to 20 pixels on its longer side,
 * its centre of mass in the centre of 28x28 (LeCun et al., "Gradient-Based Learning Applied to
 * Document Recognition", 1998, section III.A). All black where no ink was found.
 */
export function normalise(grey: Whole, frame: Frame, ink: Ink): Whole {
  const { graph } = grey;
  const [height, width] = digitSize(ink.box);
  const axis = (start: Whole, length: Whole, side: Whole, cells: Whole) => ({
    pixels: countUpTo(side, MAX_SHRUNK_SIDE),
    start,
    length,
    cells: DIGIT_SIDE,
    cellUnits: length,
    pixelUnits: cells,
  });
  const { top, left } = ink.box;
  const averaged = areaAverage(
    grey,
    axis(top, ink.box.height, frame.height, height),
    axis(left, ink.box.width, frame.width, width),
  );
  const rows = height.minus(Whole.column(graph, DIGIT_SIDE)).isPositive();
  const columns = width.minus(Whole.row(graph, DIGIT_SIDE)).isPositive();
  const digit = stretch(averaged, ink).times(rows.times(columns).times(ink.found));
  return placeByMass(digit, height, width);
}

/** The sides of the digit once the longer is 20, at least 1. */
function digitSize(box: Frame): readonly [Whole, Whole] {
  const long = longSide(box);
  const scale = (side: Whole) =>
    side.times(DIGIT_SIDE).dividedByRounding(long).atLeast(1).within({ low: 1, high: DIGIT_SIDE });
  return [scale(box.height), scale(box.width)];
}

/** Ink from 0 at the paper's level to 255 at the darkest. */
function stretch(grey: Whole, { paperIsLight, paper, darkest }: Ink): Whole {
  const ink = paper.minus(darkOnLight(grey, paperIsLight)).atLeast(0);
  const gain = Whole.matrix(grey.graph, 1, [255 * 256]).dividedBy(darkest.atLeast(LEAST_GAINED));
  return ink.times(gain).shiftedRight(8).atMost(255);
}

/** Ink fainter than this is a blank picture's; the bound keeps the gain small there. */
const LEAST_GAINED = 8;

/** Moves a [20, 20] digit so that its centre of mass is the centre of a [28, 28] picture. */
function placeByMass(digit: Whole, height: Whole, width: Whole): Whole {
  const { graph } = digit;
  const rowMass = digit.rowSums(DIGIT_SIDE);
  const columnMass = digit.columnSums(DIGIT_SIDE);
  const mass = rowMass.columnSums(DIGIT_SIDE).atLeast(1);
  const top = offset(Whole.row(graph, DIGIT_SIDE), rowMass, mass, height);
  const left = offset(Whole.row(graph, DIGIT_SIDE), columnMass.transposed(), mass, width);
  const [target, source] = [Whole.column(graph, SEEN_SIDE), Whole.row(graph, DIGIT_SIDE)];
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
