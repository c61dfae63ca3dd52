import { SEEN_SIDE } from '../../core/index.ts';
import { DIGIT_BYTES, digitAt, pickDigits, type Digits } from '../data/mnist.ts';
import { Random } from '../data/random.ts';
import type { Examples } from '../data/rounds.ts';
import { chain, rotation, scaling, shear, translation } from '../data/transform/affine.ts';
import { warp } from '../data/transform/warp.ts';
import type { ExampleSource } from './fit.ts';

/** The most to either side: in degrees, and as a share of each dimension. Chosen on the validation pictures. */
const TURN = 8;
const STRETCH = 0.08;
const SLANT = 0.1;

const SIZE = { width: SEEN_SIDE, height: SEEN_SIDE };

/**
 * Prepared pictures, every round turned, stretched and slanted a little anew: what a small network can learn
 * besides the pictures as they are.
 *
 * @param turns in how many rounds every picture comes once
 */
export function deformedRounds(digits: Digits, turns = 1): ExampleSource {
  return { round: (index) => Promise.resolve(deformed(digits, index, turns)) };
}

function deformed(digits: Digits, round: number, turns: number): Examples {
  const all = Uint32Array.from({ length: digits.count }, (_, index) => index);
  const picked = all.filter((index) => index % turns === round % turns);
  const pixels = new Uint8Array(picked.length * DIGIT_BYTES);
  for (const [place, index] of picked.entries()) {
    const { pixels: own } = warp(digitAt(digits, index), SIZE, pull(new Random(round, index)));
    pixels.set(own, place * DIGIT_BYTES);
  }
  return { ...pickDigits(digits, picked), pixels };
}

/** From places of the deformed picture to those of the original, about the middle. */
function pull(random: Random) {
  const about = (most: number) => random.between(-most, most);
  const middle = SEEN_SIDE / 2;
  return chain(
    translation(-middle, -middle),
    rotation(about(TURN)),
    scaling(1 + about(STRETCH), 1 + about(STRETCH)),
    shear(about(SLANT)),
    translation(middle, middle),
  );
}
