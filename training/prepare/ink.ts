import type { Whole } from '../exact/whole.ts';
import type { Frame } from './frame.ts';
import { inkBox, type InkBox } from './ink-box.ts';
import { paperLevel } from './paper-level.ts';
import { darkOnLight, paperIsLight } from './paper-is-light.ts';
import { withoutScraps } from './scraps.ts';
import { CELLS, workingPicture, type WorkingPicture } from './working-picture.ts';

/** Below this difference between paper and ink (of 255) a picture counts as blank. */
const LEAST_CONTRAST = 16;

/** A cell belongs to the ink where it has more than 1/4 of the darkest. */
const INK_THRESHOLD_BITS = 2;

/** What is known of a picture's ink, once the ink is the dark of the two. */
export interface Ink {
  readonly working: WorkingPicture;
  /** [1, 1], 1 where the paper is lighter than the ink, else 0. */
  readonly isOnLight: Whole;
  /** [64, 64], the level of the paper in each cell, also under the ink. */
  readonly paper: Whole;
  /** [1, 1], how far the darkest ink is below its paper. */
  readonly darkest: Whole;
  /** [1, 1], 1 where there is ink, 0 on a blank picture. */
  readonly found: Whole;
  readonly box: InkBox;
}

/** Finds the ink of a grey picture [height, width]. */
export function findInk(grey: Whole, frame: Frame): Ink {
  const working = workingPicture(grey, frame);
  const isOnLight = paperIsLight(working);
  const cells = darkOnLight(working.cells, isOnLight).times(working.valid);
  const paper = paperLevel(cells, CELLS);
  const ink = paper.minus(cells).atLeast(0).times(working.valid);
  const threshold = ink.largest(CELLS, CELLS).shiftedRight(INK_THRESHOLD_BITS);
  const mask = withoutScraps(ink.minus(threshold).isPositive(), CELLS, working);
  const darkest = ink.times(mask).largest(CELLS, CELLS);
  const found = darkest.minus(LEAST_CONTRAST - 1).isPositive();
  return { working, isOnLight, paper, darkest, found, box: inkBox(mask, working, frame) };
}
