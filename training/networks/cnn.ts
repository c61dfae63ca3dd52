import type * as tfjs from '@tensorflow/tfjs';
import { CLASS_COUNT, SEEN_SIDE } from '../../core/index.ts';
import { layerSeed } from './layer-seed.ts';

/** A convolution, batch normalization and ReLU; then a pool, where it says so. */
interface Block {
  readonly filters: number;
  readonly kernel: number;
  readonly pool?: boolean;
}

/**
 * 28x28 to 14x14, to 7x7, to 3x3.
 *
 * No 3x3 kernel slides by 1 over 12x12 or more: OpenCV 4 computes those with Winograd's transform, whose
 * fractions leave the whole numbers (measured: with these blocks its answers are the same).
 */
const BLOCKS: readonly Block[] = [
  { filters: 16, kernel: 5, pool: true },
  { filters: 48, kernel: 5, pool: true },
  { filters: 96, kernel: 3 },
  { filters: 96, kernel: 3 },
  { filters: 96, kernel: 3, pool: true },
];

/**
 * The shares of the channels that are left out after each pool, and of what goes into the dense layer, in training.
 * They were chosen together with how far MNIST's pictures are deformed, on the validation pictures.
 */
const DROPPED_CHANNELS = 0.1;
const DROPPED_FEATURES = 0.3;

/** As the metrics and the model files name it. */
export const CNN_NAME = `cnn ${BLOCKS.map(blockName).join('-')}-${CLASS_COUNT}`;

/**
 * The convolutional network: [N, 28, 28, 1] of 0 to 1 in, logits [N, 10] out.
 *
 * @param seed of the weights it begins with (He normal; the dense layer Glorot uniform)
 */
export function cnn(tf: typeof tfjs, seed: number): tfjs.Sequential {
  const model = tf.sequential({ name: 'cnn' });
  for (const [index, block] of BLOCKS.entries()) addBlock(tf, model, block, index + 1, seed);
  model.add(tf.layers.flatten({ name: 'flat' }));
  model.add(tf.layers.dropout({ name: 'drop', rate: DROPPED_FEATURES }));
  const kernelInitializer = tf.initializers.glorotUniform({ seed: seedOf(seed, BLOCKS.length) });
  model.add(tf.layers.dense({ name: 'dense', units: CLASS_COUNT, kernelInitializer }));
  return model;
}

function addBlock(
  tf: typeof tfjs,
  model: tfjs.Sequential,
  { filters, kernel, pool }: Block,
  number: number,
  seed: number,
): void {
  const convolution = tf.layers.conv2d({
    name: `conv_${number}`,
    ...{ filters, kernelSize: kernel, padding: 'same', useBias: false },
    kernelInitializer: tf.initializers.heNormal({ seed: seedOf(seed, number - 1) }),
    ...(number === 1 && { inputShape: [SEEN_SIDE, SEEN_SIDE, 1] }),
  });
  model.add(convolution);
  model.add(tf.layers.batchNormalization({ name: `normal_${number}` }));
  model.add(tf.layers.activation({ name: `relu_${number}`, activation: 'relu' }));
  if (!pool) return;
  model.add(tf.layers.maxPooling2d({ name: `pool_${number}`, poolSize: 2 }));
  model.add(tf.layers.dropout({ name: `drop_${number}`, rate: DROPPED_CHANNELS }));
}

function seedOf(seed: number, index: number): number {
  return layerSeed(seed, index, BLOCKS.length + 1);
}

function blockName({ filters, kernel, pool }: Block): string {
  return `${filters}@${kernel}x${kernel}${pool ? '-pool' : ''}`;
}
