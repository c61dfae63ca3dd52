import type { Point } from '../fonts/outline.ts';
import { drawSegment } from '../photograph/segment.ts';
import type { Random } from '../random.ts';
import { blank, type Grey, type Size } from '../transform/grey.ts';
import { weighted } from '../weighted.ts';
import { ALLOGRAPHS, type Allograph } from './allographs.ts';
import { drawnBy, randomHand } from './hand.ts';

/** Side of the picture and of the box that the ink fills, as in MNIST. */
const SIDE = 28;
const BOX = 20;

export interface HandwrittenDigit {
  readonly label: number;
  /** 28x28, bright on black, 20 pixels on its longer side, in the middle. */
  readonly picture: Grey;
}

/**
 * How often a digit is written, beside 1 for any other. European hands tell 1 and 7 apart otherwise than MNIST's:
 * a 1 with a flag looks like MNIST's 7, so these are what there is most to learn of.
 */
const FREQUENCIES: Readonly<Partial<Record<number, number>>> = { 1: 1.6, 7: 1.3 };

/** One of the allographs, by a hand of its own. */
export function handwrittenDigit(random: Random): HandwrittenDigit {
  const allograph = weighted(ALLOGRAPHS, random, frequencyOf);
  return { label: allograph.digit, picture: drawAllograph(allograph, random) };
}

function frequencyOf({ digit, share }: Allograph): number {
  return share * (FREQUENCIES[digit] ?? 1);
}

export function drawAllograph(allograph: Allograph, random: Random): Grey {
  const hand = randomHand(random, allograph.broadestPen);
  const lines = drawnBy(hand, allograph, random);
  const sheet = { width: SIDE, height: SIDE };
  return penned(lines, { sheet, length: BOX, breadth: hand.width, x: SIDE / 2, y: SIDE / 2 });
}

export interface Place {
  /** In pixels, as all that follows. */
  readonly sheet: Size;
  /** Of the ink's longer side. */
  readonly length: number;
  /** Of the pen. */
  readonly breadth: number;
  /** The ink's middle. */
  readonly x: number;
  readonly y: number;
}

/** Draws lines with a pen, bright on black. */
export function penned(lines: readonly (readonly Point[])[], place: Place): Grey {
  const { sheet, length, breadth } = place;
  const picture = blank(sheet);
  for (const line of fit(lines, { ...place, length: length - breadth })) {
    line.slice(1).forEach((to, index) => {
      const from = line[index] ?? to;
      drawSegment(picture, {
        ...{ x0: from.x, y0: from.y, x1: to.x, y1: to.y },
        ...{ width: breadth, level: 255 },
      });
    });
  }
  return picture;
}

/** Moves and scales to the sheet's pixels: the longer side becomes `length`. */
function fit(lines: readonly (readonly Point[])[], { length, x: middleX, y: middleY }: Place) {
  const points = lines.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const factor = length / Math.max(right - left, bottom - top);
  return lines.map((line) =>
    line.map(({ x, y }) => ({
      x: (x - (left + right) / 2) * factor + middleX,
      y: (y - (top + bottom) / 2) * factor + middleY,
    })),
  );
}
