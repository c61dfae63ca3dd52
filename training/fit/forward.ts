import type * as tfjs from '@tensorflow/tfjs';
import { moments, normalizeBatch, type Moments } from './normalize.ts';

/** Told of each BatchNormalization what its batch's mean and variance are. */
export type OnMoments = (layer: tfjs.layers.Layer, moments: Moments) => void;

/**
 * A network's outputs as it computes them while it trains: every BatchNormalization normalizes by the
 * batch. tfjs's own `apply` would do the same with a slower gradient, and would keep moving averages, which
 * `measureStatistics` makes needless.
 */
export function forwardInTraining(
  tf: typeof tfjs,
  network: tfjs.Sequential,
  x: tfjs.Tensor,
  onMoments?: OnMoments,
): tfjs.Tensor {
  return network.layers.reduce((input, layer) => {
    if (!isBatchNormalization(layer)) return layer.apply(input, { training: true }) as tfjs.Tensor;
    onMoments?.(layer, moments(tf, input));
    const { gamma, beta, epsilon } = parametersOf(layer);
    return normalizeBatch(tf, input, gamma, beta, epsilon);
  }, x);
}

export function isBatchNormalization(layer: tfjs.layers.Layer): boolean {
  return layer.getClassName() === 'BatchNormalization';
}

function parametersOf(layer: tfjs.layers.Layer) {
  const [gamma, beta] = layer.trainableWeights.map((weight) => weight.read());
  const { epsilon } = layer.getConfig();
  if (!gamma || !beta || typeof epsilon !== 'number') {
    throw new TypeError(`Layer "${layer.name}" does not scale and shift.`);
  }
  return { gamma, beta, epsilon };
}
