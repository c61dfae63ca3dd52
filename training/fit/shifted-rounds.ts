import { SEEN_SIDE } from '../../core/index.ts';
import { DIGIT_BYTES, type Digits } from '../data/mnist.ts';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Examples, ExampleSource } from './examples.ts';

/** In pixels, to either side. */
const FURTHEST = 2;

/** The same pictures every round, each moved a little. */
export function shiftedRounds(digits: Digits): ExampleSource {
  return { round: (index) => Promise.resolve(shifted(digits, index)) };
}

function shifted({ count, pixels, labels }: Digits, index: number): Examples {
  const random = xoroshiro128plus(index);
  const moved = new Uint8Array(pixels.length);
  for (let start = 0; start < pixels.length; start += DIGIT_BYTES) {
    const [dx, dy] = [
      uniformInt(random, -FURTHEST, FURTHEST),
      uniformInt(random, -FURTHEST, FURTHEST),
    ];
    for (let y = Math.max(0, -dy); y < Math.min(SEEN_SIDE, SEEN_SIDE - dy); y += 1) {
      const from = start + y * SEEN_SIDE + Math.max(0, -dx);
      const row = pixels.subarray(from, from + SEEN_SIDE - Math.abs(dx));
      moved.set(row, start + (y + dy) * SEEN_SIDE + Math.max(0, dx));
    }
  }
  return { count, pixels: moved, labels };
}
