import { Whole } from '../exact/whole.ts';
import { areaAverage } from './area-average.ts';
import { DIGIT_SIDE, placeByMass } from './centre-of-mass.ts';
import { frameWith, type Frame } from './frame.ts';
import type { Ink } from './ink.ts';
import { darkOnLight } from './polarity.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';

/** Twice the mean grain of the paper, and less than a quarter of the ink, is taken for paper. */
const GRAINS = 2;
const MOST_GRAIN_BITS = 2;

/** Ink fainter than this is a blank picture's; the bound keeps the gain small there. */
const LEAST_GAINED = 8;

/**
 * The ink of a grey picture as MNIST has it: bright on black, scaled to 20 pixels on its longer side,
 * its centre of mass in the centre of 28x28 (LeCun et al., "Gradient-Based Learning Applied to
 * Document Recognition", 1998, section III.A). All black where no ink was found.
 */
export function normalise(grey: Whole, frame: Frame, ink: Ink): Whole {
  const { box } = ink;
  // As large as any digit becomes: shapes that depend on what is seen would stop some engines.
  const [rows, columns] = [Whole.column(grey.graph, DIGIT_SIDE), Whole.row(grey.graph, DIGIT_SIDE)];
  const digit = digitSize(box.sides);
  const lattice = { start: box.topLeft, length: box.sides, cells: digit.sides };
  const averaged = areaAverage(grey, frame, MAX_SHRUNK_SIDE, lattice);
  const nearest = nearestCells(ink, digit.sides);
  // Nothing is darker than a paper of 0, which stands where nothing is kept.
  const paper = ink.paper
    .times(ink.kept)
    .gather(nearest.columnsAt(0), 0)
    .gather(nearest.columnsAt(1), 1);
  const dark = paper.minus(darkOnLight(averaged, ink.isOnLight)).atLeast(0);
  const isDigit = digit.height.minus(rows).atMost(digit.width.minus(columns)).isPositive();
  const strokes = stretched(dark.times(isDigit), ink.grain);
  return placeByMass(strokes.times(ink.found), digit.sides);
}

/** The size of the digit once its longer side is 20, at least 1. */
function digitSize(box: Whole): Frame {
  const sides = box
    .times(DIGIT_SIDE)
    .dividedByRounding(box.largest())
    .atLeast(1)
    .within({ low: 1, high: DIGIT_SIDE });
  return frameWith(sides);
}

/** Ink from 0 at the paper's level to 255 at the darkest. */
function stretched(dark: Whole, grain: Whole): Whole {
  const darkest = dark.largest();
  const paper = grain.times(GRAINS).atMost(darkest.shiftedRight(MOST_GRAIN_BITS));
  const reach = darkest.minus(paper).atLeast(LEAST_GAINED);
  const gain = Whole.matrix(dark.graph, 1, [255 * 256]).dividedBy(reach);
  // The gain brings the darkest to 255 at the most.
  return dark.minus(paper).atLeast(0).times(gain).shiftedRight(8).within({ low: 0, high: 255 });
}

/** The cells nearest to the middles of the digit's pixels, [20, 2]: of its rows, and of its columns. */
function nearestCells({ cells, box }: Ink, digitSides: Whole): Whole {
  // The middle of pixel i is at start + (2 i + 1) * length / (2 pixels).
  const odd = Whole.column(digitSides.graph, DIGIT_SIDE).times(2).plus(1);
  const middles = odd.times(box.sides).dividedBy(digitSides.times(2)).plus(box.topLeft);
  return middles.times(cells.longCells).dividedBy(cells.longPixels).atMost(cells.sides.minus(1));
}
