import { Whole } from '../exact/whole.ts';
import { cellsOf, MAX_CELLS, type Cells } from './cells.ts';
import { darknessOf, type Darkness } from './darkness.ts';
import type { Frame } from './frame.ts';
import type { Grey } from './grey.ts';
import { segment } from './segment.ts';
import { inkBox, type InkBox } from './ink-box.ts';
import { coarseOf, fromCoarse, MAX_SQUARES } from './coarse.ts';

/** Below this difference between paper and ink (of 255) a picture counts as blank. */
const LEAST_CONTRAST = 16;

/** Pictures of fewer pixels along each side hold a digit and nothing else: all of their ink is the digit's. */
const TINY = 24;

/** So much of a tiny picture is a digit's ink, one part in 24: less is what noise looks like by chance. */
const LEAST_OF_TINY = 24;

/** Of so few pixels a stroke is hardly more than a speck: whatever has contrast is drawn. */
const MINUTE = 12;

/** Squares on all sides of those with ink in which there may be ink too: edges and ends of strokes. */
const BESIDE = 2;

/** What has more than 1/4 of the darkest is a stroke's. */
const STROKE_BITS = 2;

/** The box reaches to where the ink has more than 1/4 of the darkest and stands out of the paper's grain. */
const BOX_BITS = 2;
const BOX_GRAINS = 2;

/** What is known of a picture's ink. */
export interface Ink extends Darkness {
  readonly cells: Cells;
  /** [1, 1], 1 where the paper is lighter than the ink, else 0. */
  readonly isOnLight: Whole;
  /** [height, width] in cells, 1 on the digit and around it, 0 where ink is a scrap's. */
  readonly kept: Whole;
  /** [1, 1], how dark the paper's own grain is in the mean. */
  readonly grain: Whole;
  /** [1, 1], 1 where there is ink, 0 on a blank picture. */
  readonly found: Whole;
  readonly box: InkBox;
}

/** Finds the ink of a grey picture [height, width]. */
export function findInk({ picture, ground }: Grey, frame: Frame): Ink {
  const { graph } = picture;
  const cells = graph.scope('cells', () => cellsOf(picture, frame));
  const coarse = coarseOf(cells);
  const { isOnLight, strokes } = graph.scope('segment', () => segment(coarse, ground));
  const isKnown = ground.times(ground);
  const darkness = graph.scope('darkness', () => darknessOf(cells, isOnLight, isKnown));
  const isBelow = (side: number) => cells.longCells.subtractedFrom(side).isPositive();
  // Where only the ink is opaque, nothing else is there either.
  const isTiny = isBelow(TINY);
  const around = widened(strokes.asPicture(), BESIDE).atLeast(isTiny.atLeast(isKnown));
  // What is kept is in both, and so counts twice; what lies just beyond counts once.
  const count = fromCoarse(widened(around, 2).plus(around).asMatrix(), coarse);
  const kept = count.minus(1).isPositive();
  const beyond = count.minus(kept.times(2)).within(kept.range);
  const ink = darkness.ink.times(kept);
  const darkest = ink.largest();
  const quarter = darkest.shiftedRight(STROKE_BITS);
  const grain = grainOf(darkness.ink, quarter, beyond);
  const edge = darkest
    .shiftedRight(BOX_BITS)
    .plus(grain.times(BOX_GRAINS))
    .atMost(darkest.shiftedRight(1));
  const mask = ink.minus(edge).isPositive();
  const isDark = darkest.minus(LEAST_CONTRAST - 1).isPositive();
  // The darkest is in the mask, unless it is 0: the edge is at most half of it.
  const found = isDark.times(isEnough(strokes, isTiny, cells).atLeast(isBelow(MINUTE)));
  const box = graph.scope('box', () => inkBox(mask, cells, frame));
  return { ...darkness, isOnLight, cells, kept, grain, found, box };
}

/** A mask, as a picture, with so many squares more on all sides. */
function widened(mask: Whole, by: number): Whole {
  return mask.largestOfWindows({ size: 2 * by + 1, stride: 1, before: by, after: by });
}

/** Whether so many squares are a digit's; of a tiny picture they are its pixels. */
function isEnough(strokes: Whole, isTiny: Whole, { height, width }: Cells): Whole {
  const tinyArea = height
    .times(width)
    .times(isTiny)
    .within({ low: 0, high: (TINY - 1) ** 2 });
  return strokes
    .sum(MAX_SQUARES * MAX_SQUARES)
    .times(LEAST_OF_TINY)
    .minus(tinyArea.atLeast(1))
    .plus(1)
    .isPositive();
}

/** The mean ink where there is only paper; at most a quarter of the darkest. */
function grainOf(ink: Whole, quarter: Whole, paper: Whole): Whole {
  const grains = ink.times(paper).atMost(quarter);
  const most = MAX_CELLS * MAX_CELLS;
  return grains.sum(most).dividedBy(paper.sum(most).atLeast(1)).within(quarter.range);
}
