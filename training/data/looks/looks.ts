import type { Picture } from '../../../core/index.ts';
import { gridCell, photograph, type Studio, type Subject } from '../photograph/photograph.ts';
import type { Random } from '../random.ts';
import { lowResolution } from './low-resolution.ts';
import { deformed, plain } from './scan.ts';

/** What a picture shows: 28x28, ink bright on black, and another that may reach into the frame. */
export type Content = Subject;

/** A way that pictures come to look. */
export interface Look {
  /** Of all looks, in percent. */
  readonly share: number;
  readonly draw: (content: Content, random: Random) => Picture;
}

/** Small, for speed: the preparation shrinks larger ones to much the same. */
const PHOTOGRAPHS: Studio = {
  longSide: [60, 400],
  leastAspect: 0.6,
  tilt: 2.4,
  leastInk: 15,
  coloured: 0.1,
  withAlpha: 0.05,
  cutOff: 0,
  touching: 0,
};
const CELLS: Studio = { ...PHOTOGRAPHS, longSide: [24, 120], leastAspect: 0.85, leastInk: 14 };

const PLAIN: Look = { share: 28, draw: ({ digit }, random) => plain(digit, random) };
const DEFORMED: Look = { share: 26, draw: ({ digit }, random) => deformed(digit, random) };
const LOW_RESOLUTION: Look = {
  share: 15,
  draw: ({ digit }, random) => lowResolution(digit, random),
};
const PHOTOGRAPHED: Look = {
  share: 22,
  draw: (content, random) => photograph(content, PHOTOGRAPHS, random).picture,
};
const CROPPED: Look = {
  share: 9,
  draw: (content, random) => gridCell(content, CELLS, random).picture,
};

/** What training sees of every digit, one way a round. */
export const LOOKS: readonly [Look, ...Look[]] = [
  PLAIN,
  DEFORMED,
  LOW_RESOLUTION,
  PHOTOGRAPHED,
  CROPPED,
];

/** Those at which a person can tell a letter from a digit. */
export const LEGIBLE_LOOKS: readonly [Look, ...Look[]] = [PLAIN, DEFORMED, PHOTOGRAPHED, CROPPED];
