import type { Whole } from '../exact/whole.ts';
import type { Cells } from './cells.ts';
import { darkOnLight } from './polarity.ts';
import { reconstruct } from './reconstruct.ts';
import { closed, surroundingsOf } from './surroundings.ts';

/** Cells over which the paper's level is corrected, as far as interpolation carries it. */
const STEPS = 4;

/** What is darker than its paper, once ink is the dark of the two. */
export interface Darkness {
  /** [height, width] in cells, the level of the paper, also under the ink. */
  readonly paper: Whole;
  /** [height, width] in cells, how far each is below its paper. */
  readonly ink: Whole;
}

/**
 * Parts a picture into paper and ink. The paper's level is a closing, taken down where nothing but the
 * closing's coarseness holds it up, as along the edge of a shadow.
 *
 * @param isOnLight [1, 1], 1 where the paper is lighter than the ink, else 0
 * @param isKnown [1, 1], 1 where the paper is known to be white or black all over, else 0
 */
export function darknessOf(cells: Cells, isOnLight: Whole, isKnown: Whole): Darkness {
  const { grey } = cells;
  const light = darkOnLight(grey, isOnLight);
  const level = closed(surroundingsOf(light, cells), cells, isKnown.times(255));
  const dark = light.subtractedFrom(255).within(grey.range);
  const shade = reconstruct(level.subtractedFrom(255).atMost(dark), dark, STEPS);
  const paper = shade.subtractedFrom(255).within(grey.range);
  return { paper, ink: dark.minus(shade).within(grey.range) };
}
