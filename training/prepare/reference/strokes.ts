import { fromCoarse, toCoarse } from './coarse.ts';
import { isCoherent } from './coherence.ts';
import { isEmptyFrame } from './empty-frame.ts';
import type { Matrix } from './matrix.ts';
import { withoutSmallPieces } from './pieces.ts';
import { largestBeside, reconstruct } from './reconstruct.ts';
import { isSharp } from './sharpness.ts';

const STEPS_INWARDS = 33;
const STEPS_ALONG = 33;

/** Squares from a seed, along and down, within which ink belongs to it though it may be faint. */
const SEED_REACH = 5;

/** Where a picture's digit is. */
export interface Strokes {
  readonly kept: Matrix;
  readonly near: Matrix;
  /** Whether the ink is a drawing at all: not noise, not shade, not an empty picture's frame. */
  readonly isDrawn: boolean;
}

/**
 * Tells strokes from scraps among the ink of cells, on squares of 2x2 of them where they are fine.
 *
 * @param isAllInk whether what the border leads to is as good as the rest
 */
export function strokesOf(fineInk: Matrix, isFine: boolean, isAllInk: boolean): Strokes {
  const side = isFine ? 2 : 1;
  const ink = toCoarse(fineInk, side);
  const digit = digitInk(ink, isAllInk);
  const darkest = digit.largest();
  const threshold = quarter(darkest);
  const mask = above(digit, threshold);
  const main = withoutSmallPieces(mask);
  const scraps = ink.map((level, y, x) => (level > threshold && main.at(y, x) === 0 ? 1 : 0));
  const [besideMain, besideScraps] = [widened(main), widened(scraps)];
  const kept = besideMain.map((isMain, y, x) => (isMain || !besideScraps.at(y, x) ? 1 : 0));
  const dark = above(ink, half(darkest));
  const fine = (squares: Matrix) => fromCoarse(squares, side, fineInk);
  return {
    kept: fine(kept),
    near: fine(widened(besideMain)),
    isDrawn: (isAllInk || isCoherent(dark)) && isSharp(ink, dark, darkest) && !isEmptyFrame(mask),
  };
}

/**
 * The ink that the darkest leads to: the darkest of what is apart from the border, or of all ink where that
 * leaves less than 1/16 of the area.
 */
function digitInk(ink: Matrix, isAllInk: boolean): Matrix {
  const apart = inkApart(ink);
  const left = apart.countAbove(quarter(Math.max(apart.largest(), ink.largest())));
  const candidates = isAllInk || left * 16 < areaOf(ink) ? ink : apart;
  return reconstruct(nearSeeds(candidates), ink, STEPS_ALONG);
}

/** The ink that has more than half of the darkest, and whatever ink lies in a square around such. */
function nearSeeds(ink: Matrix): Matrix {
  const seeds = above(ink, half(ink.largest()));
  return ink.map((level, y, x) => {
    const [top, left] = [y - SEED_REACH, x - SEED_REACH];
    const isNear = seeds.largestWithin(top, y + SEED_REACH, left, x + SEED_REACH) === 1;
    return isNear ? level : 0;
  });
}

/** The ink apart from the border, with that in the middle where it has more than 6/5 of the area. */
function inkApart(ink: Matrix): Matrix {
  const atBorder = ink.map((level, y, x) => (isBorder(ink, y, x) ? level : 0));
  const fromBorder = reconstruct(atBorder, ink, STEPS_INWARDS);
  const apart = ink.map((level, y, x) => Math.max(0, level - 2 * fromBorder.at(y, x)));
  const central = ink.map((level, y, x) =>
    isInMiddle(y, ink.height) && isInMiddle(x, ink.width) ? level : 0,
  );
  const faint = Math.max(quarter(apart.largest()), Math.floor(central.largest() / 8));
  const isMore = areaOf(central) * 5 > apart.countAbove(faint) * 6;
  return isMore ? apart.map((level, y, x) => Math.max(level, central.at(y, x))) : apart;
}

function isBorder({ height, width }: Matrix, y: number, x: number): boolean {
  return y === 0 || y === height - 1 || x === 0 || x === width - 1;
}

/** At least a fifth of the side away from both ends. */
function isInMiddle(index: number, side: number): boolean {
  const margin = Math.floor(side / 5);
  return index >= margin && index < side - margin;
}

function quarter(level: number): number {
  return Math.floor(level / 4);
}

function half(level: number): number {
  return Math.floor(level / 2);
}

/** How much has more than a quarter of the darkest. */
function areaOf(ink: Matrix): number {
  return ink.countAbove(quarter(ink.largest()));
}

function above(ink: Matrix, threshold: number): Matrix {
  return ink.map((level) => (level > threshold ? 1 : 0));
}

/** The mask and all beside it. */
function widened(mask: Matrix): Matrix {
  return mask.map((_, y, x) => largestBeside(mask, y, x));
}
