import type { Drawn } from './drawn.ts';
import {
  gridCell,
  NO_RARITIES,
  photograph,
  type Studio,
  type Subject,
} from '../photograph/photograph.ts';
import type { Random } from '../random.ts';
import { lowResolution, type Scanner } from './low-resolution.ts';
import { deformed, plain } from './scan.ts';

/** What a picture shows: 28x28, ink bright on black, and another that may reach into the frame. */
export type Content = Subject;

/** A way that pictures come to look. */
export interface Look {
  /** Of all looks, in percent. */
  readonly share: number;
  readonly draw: (content: Content, random: Random) => Drawn;
}

export type Looks = readonly [Look, ...Look[]];

/** Small, for speed: the preparation shrinks larger ones to much the same. */
const WHOLE_PHOTOGRAPHS: Studio = {
  longSide: [60, 400],
  leastAspect: 0.6,
  tilt: 2.4,
  leastInk: 15,
  coloured: 0.1,
  withAlpha: 0.05,
  ...NO_RARITIES,
};
const WHOLE_CELLS: Studio = {
  ...WHOLE_PHOTOGRAPHS,
  longSide: [24, 120],
  leastAspect: 0.85,
  leastInk: 14,
};
export const PHOTOGRAPHS: Studio = {
  ...WHOLE_PHOTOGRAPHS,
  cutOff: 0.05,
  fineLines: 0.2,
  strongRuling: 0.5,
  thickFrame: 0.3,
  outOfFocus: 0.1,
  onTable: 0.1,
};
const CELLS: Studio = {
  ...WHOLE_CELLS,
  cutOff: 0.15,
  fineLines: 0.2,
  touching: 0.12,
  thickFrame: 0.3,
  outOfFocus: 0.1,
};

const SCANS: Scanner = { bilevel: 0.65, stretched: 0.5 };

const drawPlain: Look['draw'] = ({ digit }, random) => plain(digit, random);
const drawDeformed: Look['draw'] = ({ digit }, random) => deformed(digit, random);
const scanned =
  (scanner: Scanner): Look['draw'] =>
  ({ digit }, random) =>
    lowResolution(digit, scanner, random);
const photographed =
  (studio: Studio): Look['draw'] =>
  (content, random) =>
    photograph(content, studio, random);
const cropped =
  (studio: Studio): Look['draw'] =>
  (content, random) =>
    gridCell(content, studio, random);

/** What training sees of every digit, one way a round. */
export const LOOKS: Looks = [
  { share: 14, draw: drawPlain },
  { share: 26, draw: drawDeformed },
  { share: 19, draw: scanned(SCANS) },
  { share: 28, draw: photographed(PHOTOGRAPHS) },
  { share: 13, draw: cropped(CELLS) },
];

/**
 * What training sees of the hands that MNIST lacks: more coarse scans than of MNIST's own, for there a flag or a loop
 * is a few pixels, and fewer clean pictures, in which the flag of a 1 is most like the bar of MNIST's 7s.
 */
export const HANDWRITTEN_LOOKS: Looks = [
  { share: 8, draw: drawPlain },
  { share: 20, draw: drawDeformed },
  { share: 38, draw: scanned({ bilevel: 0.8, stretched: 0.65 }) },
  { share: 22, draw: photographed(PHOTOGRAPHS) },
  { share: 12, draw: cropped(CELLS) },
];

/**
 * What the segmentation sees: more of those that hold more than a digit, in which it reaches the frame, in which the
 * edge of a shadow looks like a stroke, or in which a stroke is as fine as a crease.
 */
export const SEGMENTATION_LOOKS: Looks = [
  { share: 10, draw: drawPlain },
  { share: 10, draw: drawDeformed },
  { share: 24, draw: scanned(SCANS) },
  { share: 37, draw: photographed({ ...PHOTOGRAPHS, hardShadow: 0.25, fineLines: 0.3 }) },
  { share: 19, draw: cropped({ ...CELLS, hardShadow: 0.15, fineLines: 0.25 }) },
];

/** Those at which a person can tell a letter from a digit: for evaluation, whatever training sees. */
export const LEGIBLE_LOOKS: Looks = [
  { share: 28, draw: drawPlain },
  { share: 26, draw: drawDeformed },
  { share: 22, draw: photographed(WHOLE_PHOTOGRAPHS) },
  { share: 9, draw: cropped(WHOLE_CELLS) },
];
