import { ALLOGRAPHS } from '../data/handwriting/allographs.ts';
import { drawnBy, randomHand } from '../data/handwriting/hand.ts';
import { penned } from '../data/handwriting/handwritten-digit.ts';
import type { Drawn } from '../data/looks/drawn.ts';
import { interleaved } from '../data/photograph/camera.ts';
import type { Random } from '../data/random.ts';
import { blank, mapLevels, type Grey, type Size } from '../data/transform/grey.ts';
import { weighted } from '../data/weighted.ts';
import { randomSize } from './random-size.ts';

/** Share of the digits that are a 1 of one straight stroke, which is easily taken for a line of a grid. */
const STRAIGHT = 0.5;

/** Of these the share that stands upright. */
const UPRIGHT = 0.4;

/** The most that the others lean to either side, sideways over upwards. */
const MOST_SLANT = 0.45;

/** Share of the upright ones that end square, as a bar does, and not round. */
const SQUARE = 0.5;

/** Of the digit over the sheet, and of the pen over the digit. */
const LENGTHS = [0.25, 0.98] as const;
const BREADTHS = [0.01, 0.26] as const;

/** The same of a straight stroke, which closes no loop. */
const STRAIGHT_BREADTHS = [0.01, 0.42] as const;

/** Least difference of ink and paper, of 255. */
const LEAST_CONTRAST = 40;

/** A digit in strokes of one breadth and one level on paper of one level, as programs draw it. */
export function drawnOnScreen(random: Random): Drawn {
  const sheet = randomSize(random);
  const ink = random.chance(STRAIGHT) ? straight(sheet, random) : inStrokes(sheet, random);
  const paper = random.integer(0, 255);
  const isDark = paper > 255 - LEAST_CONTRAST || (paper >= LEAST_CONTRAST && random.chance(0.5));
  const level = isDark
    ? random.integer(0, paper - LEAST_CONTRAST)
    : random.integer(paper + LEAST_CONTRAST, 255);
  const shown = mapLevels(ink, (cover) => paper + ((level - paper) * cover) / 255);
  return { picture: interleaved([shown], false), ink };
}

/** What is left beside a straight stroke for it not to be a line along an edge, as a share of the room there. */
const KEPT_AWAY = 0.3;

/** Of `extent` along a side, anywhere in a share of the room there. */
function middle(side: number, extent: number, share: number, random: Random): number {
  const room = (share * Math.max(0, side - extent)) / 2;
  return side / 2 + random.between(-room, room);
}

/** In pixels. */
function breadthOf(length: number, range: readonly [number, number], random: Random): number {
  return Math.max(1, length * random.logUniform(...range));
}

function straight(sheet: Size, random: Random): Grey {
  const length = sheet.height * random.between(...LENGTHS);
  const breadth = breadthOf(length, STRAIGHT_BREADTHS, random);
  const isUpright = random.chance(UPRIGHT);
  if (isUpright && random.chance(SQUARE)) return bar(sheet, { length, breadth }, random);
  const lean = isUpright ? 0 : random.between(-MOST_SLANT, MOST_SLANT);
  const line = [
    { x: lean, y: 0 },
    { x: 0, y: 1 },
  ];
  return penned([line], {
    ...{ sheet, length, breadth },
    x: middle(sheet.width, Math.abs(lean) * length + breadth, 1 - KEPT_AWAY, random),
    y: middle(sheet.height, length, 1, random),
  });
}

/** Its edges between two pixels, so that every pixel is all ink or all paper. */
function bar(sheet: Size, of: { length: number; breadth: number }, random: Random): Grey {
  const [length, breadth] = [Math.round(of.length), Math.round(of.breadth)];
  const left = Math.round(middle(sheet.width, breadth, 1 - KEPT_AWAY, random) - breadth / 2);
  const top = Math.round(middle(sheet.height, length, 1, random) - length / 2);
  const ink = blank(sheet);
  for (let y = Math.max(0, top); y < Math.min(sheet.height, top + length); y += 1) {
    const row = y * sheet.width;
    ink.pixels.fill(255, row + Math.max(0, left), row + Math.min(sheet.width, left + breadth));
  }
  return ink;
}

/** The most that the knots deviate, in heights of the digit. */
const MOST_UNSTEADY = 0.012;

function inStrokes(sheet: Size, random: Random): Grey {
  const length = Math.min(sheet.width, sheet.height) * random.between(...LENGTHS);
  const unsteadiness = random.between(0, MOST_UNSTEADY);
  const hand = { ...randomHand(random), unsteadiness, overshoot: 0 };
  const lines = drawnBy(hand, weighted(ALLOGRAPHS, random), random);
  return penned(lines, {
    ...{ sheet, length, breadth: breadthOf(length, BREADTHS, random) },
    x: middle(sheet.width, length, 1, random),
    y: middle(sheet.height, length, 1, random),
  });
}
