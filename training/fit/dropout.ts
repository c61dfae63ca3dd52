import type * as tfjs from '@tensorflow/tfjs';
import type { Random } from '../data/random.ts';

/**
 * A batch of which a share of the values is left out, and the others are so much larger that their mean stays
 * (Srivastava et al., "Dropout", 2014); of pictures whole channels, for neighbouring pixels tell the same
 * (Tompson et al., "Efficient Object Localization Using Convolutional Networks", 2015, section 3.2). tfjs's own
 * layer would leave out the same values in every step where it has a seed, and others in every training where
 * it has none.
 *
 * @param x [N, values] or [N, height, width, channels]
 * @param rate the share, from 0 to below 1
 * @param random chooses what is left out
 */
export function dropOut(
  tf: typeof tfjs,
  x: tfjs.Tensor,
  rate: number,
  random: Random,
): tfjs.Tensor {
  const shape = x.shape.map((size, axis) => (axis === 0 || axis === x.rank - 1 ? size : 1));
  const size = tf.util.sizeFromShape(shape);
  const factor = 1 / (1 - rate);
  const factors = Float32Array.from({ length: size }, () => (random.chance(rate) ? 0 : factor));
  return tf.mul(x, tf.tensor(factors, shape));
}
