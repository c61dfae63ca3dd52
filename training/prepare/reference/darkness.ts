import type { Matrix } from './matrix.ts';
import { darkOnLight } from './polarity.ts';
import { reconstruct } from './reconstruct.ts';
import { closed } from './surroundings.ts';

/** What is darker than its paper, once ink is the dark of the two. */
export interface Darkness {
  readonly paper: Matrix;
  readonly ink: Matrix;
}

/**
 * The paper's level is the closing, or the picture's own where that is lighter; but where darkness reaches
 * in from paper that is as dark as its closing, within 4 cells, the paper is taken to be that dark. On a
 * ground that is known to be even, all that differs from it is ink.
 */
export function darknessOf(cells: Matrix, isOnLight: boolean, isKnown: boolean): Darkness {
  const light = darkOnLight(cells, isOnLight);
  const dark = light.map((cell) => 255 - cell);
  if (isKnown) return { paper: light.map(() => 255), ink: dark };
  const level = closed(light);
  const marker = dark.map((cell, y, x) => Math.min(cell, 255 - level.at(y, x)));
  const shade = reconstruct(marker, dark, 4);
  return {
    paper: shade.map((cell) => 255 - cell),
    ink: dark.map((cell, y, x) => cell - shade.at(y, x)),
  };
}
