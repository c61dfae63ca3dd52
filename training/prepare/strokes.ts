import type { Whole } from '../exact/whole.ts';
import type { Cells } from './cells.ts';
import { coarseOf, fromCoarse, toCoarse, type Coarse } from './coarse.ts';
import { isCoherent } from './coherence.ts';
import { isEmptyFrame } from './empty-frame.ts';
import { total } from './grid.ts';
import { chosen } from './paper-is-light.ts';
import { withoutSmallPieces } from './pieces.ts';
import { reconstruct } from './reconstruct.ts';
import { isSharp } from './sharpness.ts';

/** Steps from the border inwards: half of 64 squares, so that a line across is met from both ends. */
const STEPS_INWARDS = 33;

/** Steps along a digit's strokes, from what is known to be its. */
const STEPS_ALONG = 33;

/** A square belongs to a stroke where it has more than 1/4 of the darkest. */
const STROKE_BITS = 2;

/** The middle of a picture is what lies a fifth of each side away from its edges. */
const MIDDLE = 5;

/** Strokes must leave at least 1/16 of the ink's area; a digit alone that touches the border has less. */
const LEAST_AREA = 16;

/** A seed has more than half of the darkest ink; strokes begin with what ink lies within 5 squares of one. */
const SEED_BITS = 1;
const SEED_REACH = 5;

/** Where a picture's digit is. */
export interface Strokes {
  /** [height, width] in cells, 0 where the ink is a scrap's, else 1. */
  readonly kept: Whole;
  /** [height, width] in cells, 1 on the digit's strokes and up to two squares around. */
  readonly near: Whole;
  /** [1, 1], 0 where the ink lies as noise, shade or an empty frame does, else 1. */
  readonly isDrawn: Whole;
}

/**
 * Tells the digit's strokes from scraps. What is connected with the border is a scrap (a grid line, a
 * neighbour's tail, the shadow in a corner) where other ink is left, or at least ink in the middle of the
 * picture that the strokes can be followed from; what is small beside the rest is a speck.
 *
 * @param isAllInk [1, 1], 1 where there is neither noise nor what is a scrap since the border leads to it
 */
export function strokesOf(fineInk: Whole, cells: Cells, isAllInk: Whole): Strokes {
  const coarse = coarseOf(cells);
  const ink = toCoarse(fineInk, coarse);
  const digit = digitInk(ink, coarse, isAllInk);
  const mask = digit.minus(threshold(digit)).isPositive();
  const main = withoutSmallPieces(mask, coarse);
  const scraps = ink.minus(threshold(digit)).isPositive().times(negation(main));
  const around = widened(main);
  const kept = around.atLeast(negation(widened(scraps)));
  const darkest = digit.largest();
  const dark = ink.minus(darkest.shiftedRight(SEED_BITS)).isPositive();
  const isEmpty = isEmptyFrame(mask, border(coarse), coarse);
  return {
    kept: fromCoarse(kept, coarse),
    near: fromCoarse(widened(around), coarse),
    isDrawn: isCoherent(dark, coarse)
      .atLeast(isAllInk)
      .times(isSharp(ink, dark, darkest))
      .times(negation(isEmpty)),
  };
}

/**
 * The ink that seeds lead to: those apart from the border, or any where next to nothing would be left. What
 * is fainter and apart from them is shade.
 */
function digitInk(ink: Whole, coarse: Coarse, isAllInk: Whole): Whole {
  const apart = inkApart(ink, coarse);
  const left = areaAbove(apart, threshold(apart).atLeast(threshold(ink)), coarse);
  const all = areaAbove(ink, threshold(ink), coarse);
  const isTooLittle = all.minus(left.times(LEAST_AREA)).isPositive();
  const candidates = chosen(isTooLittle.atLeast(isAllInk), ink, apart);
  const seeds = candidates.minus(candidates.largest().shiftedRight(SEED_BITS)).isPositive();
  const marker = candidates.times(
    seeds.largestOfWindows({
      size: 2 * SEED_REACH + 1,
      stride: 1,
      before: SEED_REACH,
      after: SEED_REACH,
    }),
  );
  return reconstruct(marker, ink, STEPS_ALONG);
}

/** What the border does not lead to; where that is less than the ink in the middle, also the latter. */
function inkApart(ink: Whole, coarse: Coarse): Whole {
  const fromBorder = reconstruct(ink.times(border(coarse)), ink, STEPS_INWARDS);
  // Twice, since a line's darkness varies along it.
  const apart = ink.minus(fromBorder.times(2)).atLeast(0).within(ink.range);
  const central = ink.times(middle(coarse));
  const faint = threshold(apart).atLeast(central.largest().shiftedRight(STROKE_BITS + 1));
  const areaApart = areaAbove(apart, faint, coarse);
  const areaCentral = areaAbove(central, threshold(central), coarse);
  const isLess = areaCentral.times(5).minus(areaApart.times(6)).isPositive();
  return apart.atLeast(central.times(isLess));
}

function threshold(ink: Whole): Whole {
  return ink.largest().shiftedRight(STROKE_BITS);
}

function areaAbove(ink: Whole, level: Whole, coarse: Coarse): Whole {
  return total(ink.minus(level).isPositive(), coarse);
}

/** 1 on the outermost squares. */
function border({ rows, columns, height, width }: Coarse): Whole {
  const isInside = (indices: Whole, side: Whole) => toNearestEnd(indices, side).atMost(1);
  return negation(isInside(rows, height).times(isInside(columns, width)));
}

function middle({ rows, columns, height, width }: Coarse): Whole {
  const isCentral = (indices: Whole, side: Whole) =>
    toNearestEnd(indices, side).minus(side.dividedBy(MIDDLE)).plus(1).isPositive();
  return isCentral(rows, height).times(isCentral(columns, width));
}

/** How far each of the indices 0, 1, 2, … of a side is from the nearer of its ends. */
function toNearestEnd(indices: Whole, side: Whole): Whole {
  const fromLast = side.minus(1).minus(indices);
  // An index lies within the side.
  return indices.atMost(fromLast.within({ low: 0, high: fromLast.range.high }));
}

function widened(mask: Whole): Whole {
  return mask.largestOfWindows({ size: 3, stride: 1, before: 1, after: 1 });
}

function negation(mask: Whole): Whole {
  return mask.subtractedFrom(1).within({ low: 0, high: 1 });
}
