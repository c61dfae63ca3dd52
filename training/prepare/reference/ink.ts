import { cellsOf, type Cells } from './cells.ts';
import { fromCoarse } from './coarse.ts';
import { darknessOf, type Darkness } from './darkness.ts';
import type { Grey } from './grey.ts';
import { inkBox, type InkBox } from './ink-box.ts';
import { sum, type Matrix } from './matrix.ts';
import { largestBeside } from './reconstruct.ts';
import { segment } from './segment.ts';

/** Below this difference between paper and ink (of 255) a picture counts as blank. */
const LEAST_CONTRAST = 16;

/** What is known of a picture's ink. */
export interface Ink extends Darkness {
  readonly isOnLight: boolean;
  readonly cells: Cells;
  readonly kept: Matrix;
  readonly grain: number;
  readonly found: boolean;
  readonly box: InkBox;
}

export function findInk({ picture, ground }: Grey): Ink {
  const cells = cellsOf(picture);
  const { isOnLight, strokes } = segment(cells.grey, cells.isFine, ground);
  const darkness = darknessOf(cells.grey, isOnLight, ground !== 0);
  const longer = Math.max(cells.grey.height, cells.grey.width);
  const isTiny = longer < 24;
  const isAllInk = ground !== 0 || isTiny;
  const around = widened(widened(strokes)).map((isNear) => (isAllInk ? 1 : isNear));
  const further = widened(widened(around));
  const fine = (squares: Matrix) => fromCoarse(squares, cells.isFine ? 2 : 1, cells.grey);
  const kept = fine(around);
  const beyond = fine(further.map((isNear, y, x) => isNear - around.at(y, x)));
  const ink = darkness.ink.map((level, y, x) => level * kept.at(y, x));
  const darkest = ink.largest();
  const grain = grainOf(darkness.ink, Math.floor(darkest / 4), beyond);
  const edge = Math.min(Math.floor(darkest / 4) + 2 * grain, Math.floor(darkest / 2));
  const mask = ink.map((level) => (level > edge ? 1 : 0));
  const least = isTiny ? (cells.grey.height * cells.grey.width) / 24 : 1;
  const isEnough = strokes.sum() >= least || longer < 12;
  const found = darkest >= LEAST_CONTRAST && isEnough && mask.largest() === 1;
  const box = inkBox(mask, cells, picture);
  return { ...darkness, isOnLight, cells, kept, grain, found, box };
}

/** The mean ink of the paper, none counted for more than `most`. */
function grainOf(ink: Matrix, most: number, paper: Matrix): number {
  const grains: number[] = [];
  ink.map((level, y, x) => (paper.at(y, x) === 1 ? grains.push(Math.min(level, most)) : 0));
  return Math.floor(sum(grains) / Math.max(grains.length, 1));
}

/** The mask and all beside it. */
function widened(mask: Matrix): Matrix {
  return mask.map((_, y, x) => largestBeside(mask, y, x));
}
