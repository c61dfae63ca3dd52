import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Orders of the numbers 0 to `count - 1`, one after another, the same for the same seed on every machine
 * (Fisher and Yates; tfjs's own `fit` shuffles with Math.random).
 */
export function* shuffles(count: number, seed: number): Generator<Uint32Array, never> {
  const random = xoroshiro128plus(seed);
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (;;) {
    for (let last = count - 1; last > 0; last -= 1) {
      const other = uniformInt(random, 0, last);
      const [a = 0, b = 0] = [order[last], order[other]];
      order[last] = b;
      order[other] = a;
    }
    yield order.slice();
  }
}
