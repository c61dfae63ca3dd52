import type { Random } from '../random.ts';
import { chain, rotation, scaling, shear, translation } from '../transform/affine.ts';
import { elasticDisplacement } from '../transform/displacement.ts';
import type { Grey } from '../transform/grey.ts';
import { strokeWidth } from '../transform/stroke-width.ts';
import { upsample } from '../transform/upsample.ts';
import { warp } from '../transform/warp.ts';
import { asPicture } from './as-picture.ts';
import { degraded } from './degraded.ts';
import type { Drawn } from './drawn.ts';

/** MNIST's own picture, as it is or turned and scaled a little. */
export function plain(digit: Grey, random: Random): Drawn {
  const ink = random.chance(0.5)
    ? digit
    : drawn(digit, random, { side: 28, turn: 5, stretch: 0.06, slant: 0.06, bend: 0 });
  return { picture: asPicture(ink, random), ink };
}

/** Share of the deformed digits that are spoiled too. */
const DEGRADED = 0.4;

/** Written by another hand: turned, slanted, stretched, bent, with a thinner or a thicker pen. */
export function deformed(digit: Grey, random: Random): Drawn {
  const pen = strokeWidth(digit, random.between(-0.7, 1.6));
  const ink = drawn(upsample(pen, 2), random, {
    side: random.integer(26, 44),
    turn: 15,
    stretch: 0.2,
    slant: 0.2,
    bend: random.chance(0.6) ? random.between(0.01, 0.035) : 0,
  });
  const shown = random.chance(DEGRADED) ? degraded(ink, random) : ink;
  return { picture: asPicture(shown, random), ink };
}

interface Deformation {
  /** Of the picture, in pixels. */
  readonly side: number;
  /** The most to either side, in degrees. */
  readonly turn: number;
  /** The most, as a share, of each dimension. */
  readonly stretch: number;
  readonly slant: number;
  /** Deviation of the elastic deformation's knots, in sides of the picture. */
  readonly bend: number;
}

function drawn(
  digit: Grey,
  random: Random,
  { side, turn, stretch, slant, bend }: Deformation,
): Grey {
  const zoom = digit.width / side;
  // MNIST's digits leave room for it: 20 of 28 pixels.
  const pull = chain(
    translation(-side / 2, -side / 2),
    rotation(random.between(-turn, turn)),
    scaling(
      zoom / random.between(1 - stretch, 1 + stretch),
      zoom / random.between(1 - stretch, 1 + stretch),
    ),
    shear(random.between(-slant, slant)),
    translation(digit.width / 2, digit.height / 2),
  );
  const displacement = bend > 0 ? elasticDisplacement(random, bend) : undefined;
  return warp(digit, { width: side, height: side }, pull, displacement);
}
