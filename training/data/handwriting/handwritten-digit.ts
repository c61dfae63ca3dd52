import type { Point } from '../fonts/outline.ts';
import { drawSegment } from '../photograph/segment.ts';
import type { Random } from '../random.ts';
import { blank, type Grey } from '../transform/grey.ts';
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

/** One of the allographs, each digit as often as any other, by a hand of its own. */
export function handwrittenDigit(random: Random): HandwrittenDigit {
  const allograph = weighted(ALLOGRAPHS, random);
  return { label: allograph.digit, picture: drawAllograph(allograph, random) };
}

export function drawAllograph(allograph: Allograph, random: Random): Grey {
  const hand = randomHand(random);
  const picture = blank({ width: SIDE, height: SIDE });
  for (const line of fit(drawnBy(hand, allograph, random), BOX - hand.width)) {
    line.slice(1).forEach((to, index) => {
      const from = line[index] ?? to;
      drawSegment(picture, {
        x0: from.x,
        y0: from.y,
        x1: to.x,
        y1: to.y,
        width: hand.width,
        level: 255,
      });
    });
  }
  return picture;
}

/** Moves and scales to the picture's pixels: the longer side becomes `length`. */
function fit(lines: readonly (readonly Point[])[], length: number): Point[][] {
  const points = lines.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const factor = length / Math.max(right - left, bottom - top);
  return lines.map((line) =>
    line.map(({ x, y }) => ({
      x: (x - (left + right) / 2) * factor + SIDE / 2,
      y: (y - (top + bottom) / 2) * factor + SIDE / 2,
    })),
  );
}
