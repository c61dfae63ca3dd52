import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * An order of the numbers 0 to `count - 1`, the same for the same seed and epoch on every machine (Fisher
 * and Yates; tfjs's own `fit` shuffles with Math.random).
 */
export function shuffled(count: number, seed: number, epoch: number): Uint32Array {
  const random = xoroshiro128plus(seed);
  // 2^64 numbers on for each epoch, so that none depends on how many another drew.
  for (let jump = 0; jump < epoch; jump += 1) random.jump();
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = uniformInt(random, 0, last);
    const [a = 0, b = 0] = [order[last], order[other]];
    order[last] = b;
    order[other] = a;
  }
  return order;
}
