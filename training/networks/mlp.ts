import type * as tfjs from '@tensorflow/tfjs';
import { CLASS_COUNT } from '../../core/index.ts';
import { DIGIT_BYTES } from '../data/mnist.ts';
import { layerSeed } from './layer-seed.ts';

/** As the metrics and the model files name it. */
export const MLP_NAME = '784-50-50-10';

const HIDDEN_UNITS = [50, 50];

/**
 * The seed network, 784-50-50-10 with ReLU: [N, 784] of 0 to 1 in, logits [N, 10] out. The softmax over
 * them is the loss's while it trains and the graph's once it is released.
 *
 * @param seed of the weights it begins with (Glorot uniform, biases 0)
 */
export function mlp(tf: typeof tfjs, seed: number): tfjs.Sequential {
  const units = [...HIDDEN_UNITS, CLASS_COUNT];
  const layers = units.map((unitCount, index) =>
    tf.layers.dense({
      name: `dense_${index + 1}`,
      units: unitCount,
      activation: index < HIDDEN_UNITS.length ? 'relu' : 'linear',
      kernelInitializer: tf.initializers.glorotUniform({
        seed: layerSeed(seed, index, units.length),
      }),
      ...(index === 0 && { inputShape: [DIGIT_BYTES] }),
    }),
  );
  return tf.sequential({ name: 'mlp', layers });
}
