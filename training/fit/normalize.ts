import type * as tfjs from '@tensorflow/tfjs';

/** Of each channel, the last axis. */
export interface Moments {
  readonly mean: tfjs.Tensor;
  readonly variance: tfjs.Tensor;
}

/**
 * A batch normalized by its own mean and variance (Ioffe and Szegedy, "Batch Normalization", 2015,
 * algorithm 1). The gradient is written out: tfjs's own takes several times the operations.
 *
 * @param gamma [channels]; `beta` likewise
 */
export function normalizeBatch(
  tf: typeof tfjs,
  x: tfjs.Tensor,
  gamma: tfjs.Tensor,
  beta: tfjs.Tensor,
  epsilon: number,
): tfjs.Tensor {
  const count = x.size / (x.shape.at(-1) ?? 1);
  const axes = allButLast(x);
  const normalize = tf.customGrad((...given) => {
    const [batch, scale, shift, save] = given as [...Inputs, tfjs.GradSaveFunc];
    const { mean, variance } = moments(tf, batch);
    const inverse = tf.rsqrt(tf.add(variance, epsilon));
    const factor = tf.mul(scale, inverse);
    save([batch, mean, inverse, scale]);
    const value = tf.add(tf.mul(batch, factor), tf.sub(shift, tf.mul(mean, factor)));
    return {
      value,
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) =>
        gradients(tf, dy, saved as Saved, { count, axes }),
    };
  });
  return normalize(x, gamma, beta);
}

type Inputs = [x: tfjs.Tensor, gamma: tfjs.Tensor, beta: tfjs.Tensor];
type Saved = [x: tfjs.Tensor, mean: tfjs.Tensor, inverse: tfjs.Tensor, gamma: tfjs.Tensor];

/**
 * With x' = (x - mean) * inverse: dbeta = sum dy, dgamma = sum dy * x', and
 * dx = gamma * inverse * (dy - dbeta / n - x' * dgamma / n), multiplied out so that it takes one product
 * of dy and one of x.
 */
function gradients(
  tf: typeof tfjs,
  dy: tfjs.Tensor,
  [x, mean, inverse, gamma]: Saved,
  { count, axes }: { readonly count: number; readonly axes: number[] },
): tfjs.Tensor[] {
  const dBeta = tf.sum(dy, axes);
  const dGamma = tf.mul(inverse, tf.sub(tf.sum(tf.mul(dy, x), axes), tf.mul(mean, dBeta)));
  const factor = tf.mul(gamma, inverse);
  const ofX = tf.mul(tf.mul(factor, tf.mul(dGamma, inverse)), -1 / count);
  const rest = tf.sub(tf.mul(tf.mul(factor, dBeta), -1 / count), tf.mul(ofX, mean));
  return [tf.add(tf.add(tf.mul(dy, factor), tf.mul(x, ofX)), rest), dGamma, dBeta];
}

/** Mean and variance of each channel. */
export function moments(tf: typeof tfjs, x: tfjs.Tensor): Moments {
  const axes = allButLast(x);
  const mean = tf.mean(x, axes);
  const variance = tf.sub(tf.mean(tf.square(x), axes), tf.square(mean));
  // Of a channel that is all alike, rounding could leave less than nothing.
  return { mean, variance: tf.relu(variance) };
}

function allButLast(x: tfjs.Tensor): number[] {
  return x.shape.map((_, axis) => axis).slice(0, -1);
}
