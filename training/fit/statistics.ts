import type * as tfjs from '@tensorflow/tfjs';
import { forwardInTraining, isBatchNormalization } from './forward.ts';
import type { Moments } from './normalize.ts';

/** What batch normalization's statistics are taken from. */
export interface StatisticsSource<Batch> {
  readonly batches: Iterable<Batch>;
  /** The most batches that are taken. */
  readonly count: number;
  /** What the network takes; disposed of when it has. */
  readonly inputOf: (batch: Batch) => tfjs.Tensor;
}

/**
 * Gives every BatchNormalization the mean and variance that its input has over batches with the weights
 * as they are (Ioffe and Szegedy, 2015, algorithm 2, steps 7 to 12). Moving averages, kept while the
 * weights still changed, would be an approximation of it.
 */
export function measureStatistics<Batch>(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  { batches, count, inputOf }: StatisticsSource<Batch>,
): void {
  const layers = new Map(
    network.layers.filter(isBatchNormalization).map((layer) => [layer, new MeanMoments()]),
  );
  if (layers.size === 0) return;
  let taken = 0;
  for (const batch of batches) {
    if (taken === count) break;
    taken += 1;
    tf.tidy(() => {
      forwardInTraining(tf, network, inputOf(batch), {
        onMoments: (layer, moments) => layers.get(layer)?.add(moments),
      });
    });
  }
  for (const [layer, moments] of layers) moments.giveTo(tf, layer);
}

class MeanMoments {
  #mean: number[] = [];
  #variance: number[] = [];
  #count = 0;

  add({ mean, variance }: Moments): void {
    const plus = (sums: readonly number[], tensor: tfjs.Tensor) =>
      Array.from(tensor.dataSync<'float32'>(), (value, channel) => value + (sums[channel] ?? 0));
    this.#mean = plus(this.#mean, mean);
    this.#variance = plus(this.#variance, variance);
    this.#count += 1;
  }

  giveTo(tf: typeof tfjs, layer: tfjs.layers.Layer): void {
    const average = (sums: readonly number[]) => tf.tensor1d(sums.map((sum) => sum / this.#count));
    tf.tidy(() => {
      const [gamma, beta] = layer.getWeights();
      if (!gamma || !beta) throw new TypeError(`Layer "${layer.name}" does not scale and shift.`);
      layer.setWeights([gamma, beta, average(this.#mean), average(this.#variance)]);
    });
  }
}
