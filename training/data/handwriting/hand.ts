import type { Point } from '../fonts/outline.ts';
import type { Random } from '../random.ts';
import { apply, chain, rotation, scaling, shear } from '../transform/affine.ts';
import type { Allograph } from './allographs.ts';
import { traced, type Stroke } from './stroke.ts';

/** How someone writes. */
export interface Hand {
  /** Of the pen, in pixels of a digit that is 20 of them high. */
  readonly width: number;
  /** Deviation of the knots, in heights of the digit. */
  readonly unsteadiness: number;
  /** See `traced`. */
  readonly roundness: number;
  /** Deviation of how much too long strokes are, in heights of the digit. */
  readonly overshoot: number;
  /** Towards the right for each step up. */
  readonly slant: number;
  /** Counter-clockwise, in degrees. */
  readonly turn: number;
}

/** As `Hand.width`. */
export const BROADEST_PEN = 3.5;
const FINEST_PEN = 1.5;

export function randomHand(random: Random, broadestPen = BROADEST_PEN): Hand {
  return {
    width: random.between(FINEST_PEN, broadestPen),
    unsteadiness: random.between(0.008, 0.032),
    roundness: random.between(0.2, 0.4),
    overshoot: random.between(0.01, 0.04),
    slant: random.between(-0.1, 0.35),
    turn: random.between(-4, 4),
  };
}

/** The lines that the hand draws, in heights of the digit, y downwards. */
export function drawnBy(hand: Hand, { strokes, widths }: Allograph, random: Random): Point[][] {
  const place = chain(
    scaling(random.between(...widths), 1),
    shear(-hand.slant),
    rotation(hand.turn),
  );
  return strokes.map((stroke) =>
    traced(overshot(unsteady(stroke, hand, random), hand, random), hand.roundness).map((point) => {
      const [x, y] = apply(place, point.x, point.y);
      return { x, y };
    }),
  );
}

function unsteady(stroke: Stroke, { unsteadiness }: Hand, random: Random): Stroke {
  return stroke.map(({ x, y, isCorner }) => ({
    x: x + random.normal(unsteadiness),
    y: y + random.normal(unsteadiness),
    isCorner,
  }));
}

/** Both ends of the stroke go on, or stop early. */
function overshot(stroke: Stroke, { overshoot }: Hand, random: Random): Stroke {
  const [first, second] = stroke;
  const [last, beforeLast] = [stroke.at(-1), stroke.at(-2)];
  if (!first || !second || !last || !beforeLast) return stroke;
  const [start, end] = [random.normal(overshoot), random.normal(overshoot)];
  return [
    prolonged(second, first, start),
    ...stroke.slice(1, -1),
    prolonged(beforeLast, last, end),
  ];
}

function prolonged(from: Point, to: Point, by: number) {
  const share = by / Math.max(Math.hypot(to.x - from.x, to.y - from.y), 0.1);
  const [x, y] = [to.x + share * (to.x - from.x), to.y + share * (to.y - from.y)];
  return { x, y, isCorner: true };
}
