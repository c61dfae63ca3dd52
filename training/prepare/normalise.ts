import { Whole } from '../exact/whole.ts';
import { areaAverage } from './area-average.ts';
import { placeByMass } from './centre-of-mass.ts';
import { countUpTo, longSide, type Frame } from './frame.ts';
import type { Ink } from './ink.ts';
import { darkOnLight } from './paper-is-light.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';
import { CELLS } from './working-picture.ts';

/** The longer side of a digit in MNIST's pictures, in pixels. */
const DIGIT_SIDE = 20;

/** Below 1/16 of the darkest ink there is only the paper's grain. */
const GRAIN_BITS = 4;

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
  const size = digitSize(box);
  const axis = (start: Whole, length: Whole, side: Whole, cells: Whole) => ({
    pixels: countUpTo(side, MAX_SHRUNK_SIDE),
    start,
    length,
    cells: DIGIT_SIDE,
    cellUnits: length,
    pixelUnits: cells,
  });
  const averaged = areaAverage(
    grey,
    axis(box.top, box.height, frame.height, size.height),
    axis(box.left, box.width, frame.width, size.width),
  );
  const rows = size.height.minus(Whole.column(graph, DIGIT_SIDE)).isPositive();
  const columns = size.width.minus(Whole.row(graph, DIGIT_SIDE)).isPositive();
  const digit = stretch(averaged, paperOf(ink, size), ink);
  return placeByMass(digit.times(rows.times(columns).times(ink.found)), DIGIT_SIDE, size);
}

/** The sides of the digit once the longer is 20, at least 1. */
function digitSize(box: Frame): Frame {
  const long = longSide(box);
  const scale = (side: Whole) =>
    side.times(DIGIT_SIDE).dividedByRounding(long).atLeast(1).within({ low: 1, high: DIGIT_SIDE });
  return { height: scale(box.height), width: scale(box.width) };
}

/** Ink from 0 at the paper's level to 255 at the darkest. */
function stretch(grey: Whole, paper: Whole, { isOnLight, darkest }: Ink): Whole {
  const ink = paper.minus(darkOnLight(grey, isOnLight)).atLeast(0);
  const grain = darkest.shiftedRight(GRAIN_BITS);
  const reach = darkest.minus(grain).atLeast(LEAST_GAINED);
  const gain = Whole.matrix(grey.graph, 1, [255 * 256]).dividedBy(reach);
  return ink.minus(grain).atLeast(0).times(gain).shiftedRight(8).atMost(255);
}

/** [20, 20], the paper's level at the middle of each pixel of the digit, that of the nearest cell. */
function paperOf({ paper, working, box }: Ink, size: Frame): Whole {
  const { graph } = paper;
  const nearest = (start: Whole, length: Whole, pixels: Whole, cells: Whole) => {
    // The middle of pixel i is at start + (2 i + 1) * length / (2 pixels).
    const odd = Whole.column(graph, DIGIT_SIDE).times(2).plus(1);
    const middle = odd.times(length).dividedBy(pixels.times(2)).plus(start.atLeast(0));
    const cell = middle.times(CELLS).dividedBy(working.cellUnits).atMost(cells.minus(1));
    return cell.isEqualTo(Whole.row(graph, CELLS));
  };
  const rows = nearest(box.top, box.height, size.height, working.height);
  const columns = nearest(box.left, box.width, size.width, working.width);
  // Each row has a single 1 at the most.
  return rows.matMul(paper, 255).matMul(columns.transposed(), 255);
}
