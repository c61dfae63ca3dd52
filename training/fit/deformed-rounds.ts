import { SEEN_SIDE } from '../../core/index.ts';
import { DIGIT_BYTES, digitAt, pickDigits, type Digits } from '../data/mnist.ts';
import { Random } from '../data/random.ts';
import type { Examples } from '../data/rounds.ts';
import { chain, rotation, scaling, shear, translation } from '../data/transform/affine.ts';
import { elasticDisplacement } from '../data/transform/displacement.ts';
import type { Grey } from '../data/transform/grey.ts';
import { warp } from '../data/transform/warp.ts';
import type { ExampleSource } from './fit.ts';

/** How far pictures are deformed. */
export interface Deformation {
  /** The most to either side, in degrees. */
  readonly turn: number;
  /** The most to either side, as a share of each dimension. */
  readonly stretch: number;
  /** The most to either side, for each step up. */
  readonly slant: number;
  /** Deviation of the elastic deformation's knots, in sides of the picture. */
  readonly bend: number;
}

const SIZE = { width: SEEN_SIDE, height: SEEN_SIDE };

/**
 * Prepared pictures, every round turned, stretched, slanted and bent anew.
 *
 * @param turns in how many rounds every picture comes once
 */
export function deformedRounds(digits: Digits, deformation: Deformation, turns = 1): ExampleSource {
  return { round: (index) => Promise.resolve(deformedRound(digits, deformation, index, turns)) };
}

function deformedRound(
  digits: Digits,
  deformation: Deformation,
  round: number,
  turns: number,
): Examples {
  const all = Uint32Array.from({ length: digits.count }, (_, index) => index);
  const picked = all.filter((index) => index % turns === round % turns);
  const pixels = new Uint8Array(picked.length * DIGIT_BYTES);
  for (const [place, index] of picked.entries()) {
    const random = new Random(round, index);
    const { pixels: own } = deformed(digitAt(digits, index), deformation, random);
    pixels.set(own, place * DIGIT_BYTES);
  }
  return { ...pickDigits(digits, picked), pixels };
}

function deformed(digit: Grey, { turn, stretch, slant, bend }: Deformation, random: Random): Grey {
  const about = (most: number) => random.between(-most, most);
  const middle = SEEN_SIDE / 2;
  // From places of the deformed picture to those of the original, about the middle.
  const pull = chain(
    translation(-middle, -middle),
    rotation(about(turn)),
    scaling(1 + about(stretch), 1 + about(stretch)),
    shear(about(slant)),
    translation(middle, middle),
  );
  return warp(digit, SIZE, pull, bend > 0 ? elasticDisplacement(random, bend) : undefined);
}
