import type { Point } from '../fonts/outline.ts';
import { penned } from '../handwriting/handwritten-digit.ts';
import type { Random } from '../random.ts';
import { apply, chain, rotation, scaling, shear } from '../transform/affine.ts';
import type { Grey } from '../transform/grey.ts';
import { croppedToInk } from './ink-layer.ts';
import { strokesOf } from './shape.ts';
import { skeleton } from './skeleton.ts';

/** Of a line over the digit's length: a ballpen on a large digit, and most of MNIST's pens. */
const BREADTHS = [0.01, 0.08] as const;

/** In pixels: cameras and drawing programs make lines of one. */
const LEAST_BREADTH = 1;

/** Width over height, as a factor on the digit's own; then what a hand slants and turns, in degrees, to either side. */
const ASPECTS = [0.8, 1.25] as const;
const MOST_SLANT = 0.15;
const MOST_TURN = 12;

/** Large digits have long stems on small loops, or the other way round: see `uneven`. */
const MOST_UNEVEN = 0.5;

/**
 * Draws a digit in a line finer than most of MNIST's, by a hand of its own; the longer side of its ink is about `length`
 * pixels.
 */
export function finelyWritten(digit: Grey, length: number, random: Random): Grey {
  const { finer, edge } = strokesOf(digit);
  const hand = chain(
    shear(random.between(-MOST_SLANT, MOST_SLANT)),
    scaling(random.between(...ASPECTS), 1),
    rotation(random.between(-MOST_TURN, MOST_TURN)),
  );
  const [along, down] = [unevenness(random), unevenness(random)];
  const lines = linesOf(skeleton(finer, edge)).map((line) =>
    line.map(({ x, y }) => {
      const [u, v] = apply(hand, uneven(x / finer.width, along), uneven(y / finer.height, down));
      return { x: u, y: v };
    }),
  );
  const breadth = length * random.logUniform(...BREADTHS);
  const side = Math.ceil(length) + 2;
  const sheet = { width: side, height: side };
  return croppedToInk(
    penned(lines, {
      ...{ sheet, length, breadth: Math.max(LEAST_BREADTH, breadth) },
      ...{ x: side / 2, y: side / 2 },
    }),
  );
}

function unevenness(random: Random): number {
  return random.between(-MOST_UNEVEN, MOST_UNEVEN);
}

/** A place from 0 to 1, where `by` draws out one end and squeezes the other: slopes are from 1 - by to 1 + by. */
function uneven(place: number, by: number): number {
  return place + by * place * (1 - place);
}

/** How often pixels' steps are smoothed out. */
const SMOOTHED = 6;

/** From every pixel of a skeleton to those beside it, with the steps between rows and columns smoothed out. */
function linesOf(line: Grey): readonly (readonly [Point, Point])[] {
  const pixels = [...line.pixels.keys()].filter((index) => line.pixels[index] === 1);
  const beside = new Map(pixels.map((index) => [index, neighboursOf(line, index)]));
  let points = new Map(
    pixels.map((index) => [
      index,
      { x: (index % line.width) + 0.5, y: Math.floor(index / line.width) + 0.5 },
    ]),
  );
  for (let pass = 0; pass < SMOOTHED; pass += 1) {
    points = new Map(
      [...points].map(([index, point]) => {
        const around = (beside.get(index) ?? []).flatMap((other) => points.get(other) ?? []);
        const [before, after] = around;
        // Ends and branches stay where they are.
        if (around.length !== 2 || !before || !after) return [index, point];
        return [
          index,
          { x: middle(point.x, before.x, after.x), y: middle(point.y, before.y, after.y) },
        ];
      }),
    );
  }
  return [...points].flatMap(([index, from]) =>
    (beside.get(index) ?? [])
      .filter((other) => other > index)
      .flatMap((other): [Point, Point][] => [[from, points.get(other) ?? from]]),
  );
}

function middle(own: number, before: number, after: number): number {
  return own / 2 + (before + after) / 4;
}

/** Those that it touches, not across a corner that another one fills. */
function neighboursOf({ pixels, width }: Grey, index: number): readonly number[] {
  const isInk = (offset: number) => pixels[index + offset] === 1;
  const straight = [-width, -1, 1, width].filter(isInk);
  const across = [-width, width]
    .flatMap((down) => [-1, 1].map((along) => ({ down, along })))
    .filter(({ down, along }) => isInk(down + along) && !isInk(down) && !isInk(along))
    .map(({ down, along }) => down + along);
  return [...straight, ...across].map((offset) => index + offset);
}
