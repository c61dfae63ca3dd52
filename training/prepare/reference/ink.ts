import { cellsOf, type Cells } from './cells.ts';
import { darknessOf, type Darkness } from './darkness.ts';
import type { Grey } from './grey.ts';
import { inkBox, type InkBox } from './ink-box.ts';
import { sum, type Matrix } from './matrix.ts';
import { largestBeside } from './reconstruct.ts';
import { strokesOf } from './strokes.ts';

/** Below this difference between paper and ink (of 255) a picture counts as blank. */
const LEAST_CONTRAST = 16;

/** What is known of a picture's ink. */
export interface Ink extends Darkness {
  readonly cells: Cells;
  readonly kept: Matrix;
  readonly grain: number;
  readonly found: boolean;
  readonly box: InkBox;
}

export function findInk({ picture, ground }: Grey): Ink {
  const cells = cellsOf(picture);
  const darkness = darknessOf(cells.grey, ground);
  const { kept, near, isDrawn } = strokesOf(darkness.ink, cells.isFine, ground !== 0);
  const ink = darkness.ink.map((level, y, x) => level * kept.at(y, x));
  const darkest = ink.largest();
  const grain = grainOf(ink, kept);
  const edge = Math.min(Math.floor(darkest / 4) + 2 * grain, Math.floor(darkest / 2));
  const mask = ink.map((level, y, x) => (level > edge && near.at(y, x) === 1 ? 1 : 0));
  const found = darkest >= LEAST_CONTRAST && mask.largest() === 1 && isDrawn;
  return { ...darkness, cells, kept, grain, found, box: inkBox(mask, cells, picture) };
}

/** The mean ink, at most a quarter of the darkest, of kept cells with no stroke in or beside them. */
function grainOf(ink: Matrix, kept: Matrix): number {
  const quarter = Math.floor(ink.largest() / 4);
  const strong = ink.map((level) => (level > quarter ? 1 : 0));
  const grains: number[] = [];
  ink.map((level, y, x) => {
    const isPaper = kept.at(y, x) === 1 && largestBeside(strong, y, x) === 0;
    return isPaper ? grains.push(Math.min(level, quarter)) : 0;
  });
  return Math.floor(sum(grains) / Math.max(grains.length, 1));
}
