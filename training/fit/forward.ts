import type * as tfjs from '@tensorflow/tfjs';
import type { Random } from '../data/random.ts';
import { dropOut } from './dropout.ts';
import { moments, normalizeBatch, type Moments } from './normalize.ts';
import { relu } from './relu.ts';

export interface ForwardOptions {
  /** Chooses what each Dropout leaves out; without it they leave out nothing. */
  readonly random?: Random;
  /** Told of each BatchNormalization what its batch's mean and variance are. */
  readonly onMoments?: (layer: tfjs.layers.Layer, moments: Moments) => void;
}

/**
 * A network's outputs as it computes them while it trains: every BatchNormalization normalizes by the
 * batch. tfjs's own `apply` would do the same with slower gradients, and would keep moving averages, which
 * `measureStatistics` makes needless.
 */
export function forwardInTraining(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  x: tfjs.Tensor,
  options: ForwardOptions = {},
): tfjs.Tensor {
  const outputs = new Map<tfjs.layers.Layer, tfjs.Tensor>();
  let last = x;
  for (const layer of network.layers) {
    if (layer.getClassName() === 'InputLayer') continue;
    // A sequential network's InputLayer is not among its layers.
    const [input = x, ...more] = feeding(layer).map((from) => outputs.get(from) ?? x);
    last = applied(tf, layer, [input, ...more], options);
    outputs.set(layer, last);
  }
  return last;
}

/** The layers whose outputs a layer takes, in the order of its arguments. */
function feeding(layer: tfjs.layers.Layer): readonly tfjs.layers.Layer[] {
  return layer.inboundNodes[0]?.inboundLayers ?? [];
}

function applied(
  tf: typeof tfjs,
  layer: tfjs.layers.Layer,
  inputs: readonly [tfjs.Tensor, ...tfjs.Tensor[]],
  { random, onMoments }: ForwardOptions,
): tfjs.Tensor {
  const [input, ...more] = inputs;
  if (isRelu(layer)) return relu(tf, input);
  if (layer.getClassName() === 'Dropout') {
    return random ? dropOut(tf, input, rateOf(layer), random) : input;
  }
  if (!isBatchNormalization(layer)) {
    const given = more.length > 0 ? [...inputs] : input;
    return layer.apply(given, { training: true }) as tfjs.Tensor;
  }
  onMoments?.(layer, moments(tf, input));
  const { gamma, beta, epsilon } = parametersOf(layer);
  return normalizeBatch(tf, input, gamma, beta, epsilon);
}

export function isBatchNormalization(layer: tfjs.layers.Layer): boolean {
  return layer.getClassName() === 'BatchNormalization';
}

function isRelu(layer: tfjs.layers.Layer): boolean {
  return layer.getClassName() === 'Activation' && layer.getConfig()['activation'] === 'relu';
}

function rateOf(layer: tfjs.layers.Layer): number {
  const { rate } = layer.getConfig();
  if (typeof rate !== 'number') throw new TypeError(`Layer "${layer.name}" has no rate.`);
  return rate;
}

function parametersOf(layer: tfjs.layers.Layer) {
  const [gamma, beta] = layer.trainableWeights.map((weight) => weight.read());
  const { epsilon } = layer.getConfig();
  if (!gamma || !beta || typeof epsilon !== 'number') {
    throw new TypeError(`Layer "${layer.name}" does not scale and shift.`);
  }
  return { gamma, beta, epsilon };
}
