import { Whole } from '../exact/whole.ts';
import { areaAverage } from './area-average.ts';
import { placeByMass } from './centre-of-mass.ts';
import { countUpTo, longSide, type Frame } from './frame.ts';
import type { Grid } from './grid.ts';
import type { Ink } from './ink.ts';
import { darkOnLight } from './polarity.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';

/** The longer side of a digit in MNIST's pictures, in pixels. */
const DIGIT_SIDE = 20;

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
  const { graph } = grey;
  const { box } = ink;
  // As large as any digit becomes: shapes that depend on what is seen would stop some engines.
  const [rows, columns] = [Whole.column(graph, DIGIT_SIDE), Whole.row(graph, DIGIT_SIDE)];
  const digit = { ...digitSize(box), rows, columns, limit: DIGIT_SIDE };
  const axis = (start: Whole, length: Whole, side: Whole, cells: Whole, count: Whole) => ({
    pixels: countUpTo(side, MAX_SHRUNK_SIDE),
    cells,
    start,
    length,
    cellUnits: length,
    pixelUnits: count,
  });
  const averaged = areaAverage(
    grey,
    axis(box.top, box.height, frame.height, digit.rows, digit.height),
    axis(box.left, box.width, frame.width, digit.columns.transposed(), digit.width),
  );
  const dark = paperOf(ink, digit).minus(darkOnLight(averaged, ink.isOnLight)).atLeast(0);
  const isDigit = isWithin(rows, digit.height).times(isWithin(columns, digit.width));
  const strokes = stretched(dark.times(ofCells(ink.kept, ink, digit)).times(isDigit), ink.grain);
  return placeByMass(strokes.times(ink.found), digit);
}

function isWithin(indices: Whole, side: Whole): Whole {
  return side.minus(indices).isPositive();
}

/** The sides of the digit once the longer is 20, at least 1. */
function digitSize(box: Frame): Frame {
  const long = longSide(box);
  const scale = (side: Whole) =>
    side.times(DIGIT_SIDE).dividedByRounding(long).atLeast(1).within({ low: 1, high: DIGIT_SIDE });
  return { height: scale(box.height), width: scale(box.width) };
}

/** Ink from 0 at the paper's level to 255 at the darkest. */
function stretched(dark: Whole, grain: Whole): Whole {
  const darkest = dark.largest();
  const paper = grain.times(GRAINS).atMost(darkest.shiftedRight(MOST_GRAIN_BITS));
  const reach = darkest.minus(paper).atLeast(LEAST_GAINED);
  const gain = Whole.matrix(dark.graph, 1, [255 * 256]).dividedBy(reach);
  return dark.minus(paper).atLeast(0).times(gain).shiftedRight(8).atMost(255);
}

function paperOf(ink: Ink, digit: Grid): Whole {
  return ofCells(ink.paper, ink, digit);
}

/** What the cell nearest to the middle of each pixel of the digit has. */
function ofCells(x: Whole, { cells, box }: Ink, digit: Grid): Whole {
  const nearest = (start: Whole, length: Whole, pixels: Whole, count: Whole, cellCount: Whole) => {
    // The middle of pixel i is at start + (2 i + 1) * length / (2 pixels).
    const odd = pixels.times(2).plus(1);
    const middle = odd.times(length).dividedBy(count.times(2)).plus(start.atLeast(0));
    return middle.times(cells.longCells).dividedBy(cells.longPixels).atMost(cellCount.minus(1));
  };
  const rows = nearest(box.top, box.height, digit.rows, digit.height, cells.height);
  const columns = nearest(box.left, box.width, digit.columns, digit.width, cells.width);
  return x.gather(rows, 0).gather(columns, 1);
}
