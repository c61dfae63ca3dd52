import type * as tfjs from '@tensorflow/tfjs';
import { LEVEL_CHANNELS } from '../prepare/levels.ts';
import { MAX_SQUARES } from '../prepare/coarse.ts';
import { layerSeed } from '../networks/layer-seed.ts';

/** Filters on squares, and on grids of 2x2, 4x4 and 8x8 of them. */
const FILTERS = [8, 16, 24, 32] as const;

/** Dark ink on lighter paper, and light ink on darker: a map of logits for each. */
export const INKS = 2;

const LAYERS = 14;

/**
 * The network that tells a digit's ink from all else in a picture (a U-Net, Ronneberger et al. 2015, with
 * sums for its concatenations): [N, height, width, 3] of 0 to 1, as `levelsOf` has them, to logits
 * [N, height, width, 2]. Height and width are any multiples of 8.
 *
 * A line of 5 and then a column of 5 stand where 3x3 kernels would slide by 1 over large maps: some engines compute
 * those with Winograd's transform, whose fractions leave the whole numbers.
 *
 * @param seed of the weights it begins with (He normal)
 */
export function segmentationNetwork(tf: typeof tfjs, seed: number): tfjs.LayersModel {
  const { layers } = tf;
  let count = 0;
  const convolution = (filters: number, kernelSize: number | [number, number], settings = {}) => {
    count += 1;
    const kernelInitializer = tf.initializers.heNormal({ seed: layerSeed(seed, count, LAYERS) });
    const name = `conv_${count}`;
    return layers.conv2d({
      ...{ name, filters, kernelSize, padding: 'same', kernelInitializer },
      ...settings,
    });
  };
  const through = (x: tfjs.SymbolicTensor, ...steps: tfjs.layers.Layer[]) =>
    steps.reduce((value, layer) => layer.apply(value) as tfjs.SymbolicTensor, x);
  const normalised = (
    x: tfjs.SymbolicTensor,
    filters: number,
    kernel: number | [number, number],
    strides = 1,
  ) =>
    through(
      x,
      convolution(filters, kernel, { strides, useBias: false }),
      layers.batchNormalization({ name: `normal_${count}` }),
    );
  const relu = (x: tfjs.SymbolicTensor) => through(x, layers.activation({ activation: 'relu' }));
  const sum = (a: tfjs.SymbolicTensor, b: tfjs.SymbolicTensor) =>
    relu(layers.add().apply([a, b]) as tfjs.SymbolicTensor);
  /** A coarser map, brought to the size of a finer one, and both together. */
  const joined = (coarse: tfjs.SymbolicTensor, fine: tfjs.SymbolicTensor, filters: number) =>
    sum(through(normalised(coarse, filters, 1), layers.upSampling2d({ size: [2, 2] })), fine);
  const smoothed = (x: tfjs.SymbolicTensor, filters: number) =>
    relu(normalised(relu(normalised(x, filters, [1, 5])), filters, [5, 1]));

  const [fine, half, quarter, eighth] = FILTERS;
  const side = MAX_SQUARES;
  const input = tf.input({ shape: [side, side, LEVEL_CHANNELS], name: 'levels' });
  const whole = relu(normalised(input, fine, 5));
  const halves = relu(normalised(whole, half, 3, 2));
  const quarters = relu(normalised(halves, quarter, 3, 2));
  const eighths = relu(normalised(quarters, eighth, 3, 2));
  const around = normalised(relu(normalised(eighths, eighth, 3)), eighth, 3);
  const seenQuarters = smoothed(joined(sum(around, eighths), quarters, quarter), quarter);
  const seenHalves = smoothed(joined(seenQuarters, halves, half), half);
  const seen = joined(seenHalves, whole, fine);
  return tf.model({
    inputs: input,
    outputs: through(seen, convolution(INKS, 1)),
    name: 'segmentation',
  });
}
