import { Whole } from '../exact/whole.ts';
import { cellsOf, type Cells } from './cells.ts';
import { darknessOf, type Darkness } from './darkness.ts';
import type { Frame } from './frame.ts';
import type { Grey } from './grey.ts';
import { total } from './grid.ts';
import { inkBox, type InkBox } from './ink-box.ts';
import { strokesOf } from './strokes.ts';

/** Below this difference between paper and ink (of 255) a picture counts as blank. */
const LEAST_CONTRAST = 16;

/** What has more than 1/4 of the darkest is a stroke's. */
const STROKE_BITS = 2;

/** The box reaches to where the ink has more than 1/4 of the darkest and stands out of the paper's grain. */
const BOX_BITS = 2;
const BOX_GRAINS = 2;

/** What is known of a picture's ink. */
export interface Ink extends Darkness {
  readonly cells: Cells;
  /** [height, width] in cells, 0 where the ink is a scrap's, else 1. */
  readonly kept: Whole;
  /** [1, 1], how dark the paper's own grain is in the mean. */
  readonly grain: Whole;
  /** [1, 1], 1 where there is ink, 0 on a blank picture. */
  readonly found: Whole;
  readonly box: InkBox;
}

/** Finds the ink of a grey picture [height, width]. */
export function findInk({ picture, ground }: Grey, frame: Frame): Ink {
  const cells = cellsOf(picture, frame);
  const darkness = darknessOf(cells, ground);
  const { kept, near, isDrawn } = strokesOf(darkness.ink, cells, ground.times(ground));
  const ink = darkness.ink.times(kept);
  const darkest = ink.largest();
  const quarter = darkest.shiftedRight(STROKE_BITS);
  const strong = ink.minus(quarter).isPositive();
  const grain = grainOf(ink, quarter, kept.times(awayFrom(strong)), cells);
  const edge = darkest
    .shiftedRight(BOX_BITS)
    .plus(grain.times(BOX_GRAINS))
    .atMost(darkest.shiftedRight(1));
  const mask = ink.minus(edge).isPositive().times(near);
  const isDark = darkest.minus(LEAST_CONTRAST - 1).isPositive();
  const found = isDark.times(mask.largest()).times(isDrawn);
  return { ...darkness, cells, kept, grain, found, box: inkBox(mask, cells, frame) };
}

/** 1 further than a cell from all of a mask, else 0. */
function awayFrom(mask: Whole): Whole {
  return mask
    .largestOfWindows({ size: 3, stride: 1, before: 1, after: 1 })
    .subtractedFrom(1)
    .within({ low: 0, high: 1 });
}

/** The mean ink where there is only paper; at most a quarter of the darkest. */
function grainOf(ink: Whole, quarter: Whole, paper: Whole, cells: Cells): Whole {
  const grains = ink.times(paper).atMost(quarter);
  return total(grains, cells).dividedBy(total(paper, cells).atLeast(1)).within(quarter.range);
}
