import { setImmediate } from 'node:timers/promises';
import type * as tfjs from '@tensorflow/tfjs';
import { Adam, type AdamState } from '../fit/adam.ts';
import { forwardInTraining } from '../fit/forward.ts';
import { learningRate } from '../fit/schedule.ts';
import { measureStatistics } from '../fit/statistics.ts';
import { assign, trainableVariables, valuesOf } from '../fit/weights.ts';
import { batchCount, batchesOf, levelsTensor, targetTensors } from './batch.ts';
import type { Example } from './example.ts';
import type { SegmentationRounds } from './rounds.ts';

export const LEARNING_RATE = 0.004;

/** The share of each kernel that a step at a learning rate of 1 would take away. */
export const WEIGHT_DECAY = 0.01;

/** Batches of the last epoch that batch normalization's statistics are taken from. */
const STATISTICS_BATCHES = 200;

export interface SegmentationFitOptions {
  readonly epochs: number;
  readonly seed: number;
  /** Where an interrupted training stood. */
  readonly from?: SegmentationState | undefined;
  /** Told after each epoch where the training stands; what it is given goes on changing. */
  readonly onEpoch?: ((state: SegmentationState) => void) | undefined;
  readonly signal: AbortSignal;
  /** Counts begin at 1; `loss` is the mean of the epoch so far. */
  readonly onStep: (progress: SegmentationProgress) => void;
}

/** All that the rest of a training depends on. */
export interface SegmentationState {
  /** How many are done. */
  readonly epochs: number;
  readonly weights: readonly Float32Array[];
  readonly adam: AdamState;
}

export interface SegmentationProgress {
  readonly epoch: number;
  readonly step: number;
  readonly steps: number;
  readonly loss: number;
}

/**
 * Trains the segmentation, with Adam on the cross-entropy of each square. The same seed on the same backend
 * gives the same weights, bit for bit, however often it is interrupted between epochs.
 *
 * @throws the signal's reason where it aborts; the network is then part trained
 */
export async function fitSegmentation(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  rounds: SegmentationRounds,
  options: SegmentationFitOptions,
): Promise<void> {
  const { epochs, seed, from, onEpoch, signal, onStep } = options;
  const variables = trainableVariables(tf, network);
  if (from) assign(tf, variables, from.weights);
  const weights = valuesOf(variables);
  const decays = variables.map(({ rank }) => (rank > 1 ? WEIGHT_DECAY : 0));
  const sizes = weights.map(({ length }) => length);
  const adam = new Adam(sizes, from?.adam);
  let examples: readonly Example[] | undefined;
  for (let epoch = (from?.epochs ?? 0) + 1; epoch <= epochs; epoch += 1) {
    examples = await rounds.round(epoch - 1);
    const steps = batchCount(examples);
    let [index, sum] = [0, 0];
    for (const batch of batchesOf(examples, seed, epoch)) {
      signal.throwIfAborted();
      const { loss, gradients } = step(tf, network, variables, batch);
      const progress = (epoch - 1 + index / steps) / epochs;
      adam.update(weights, gradients, learningRate(LEARNING_RATE, progress), decays);
      assign(tf, variables, weights);
      index += 1;
      sum += loss;
      onStep({ epoch, step: index, steps, loss: sum / index });
      // A step never waits, so Ctrl-C would not be heard without this.
      await setImmediate();
    }
    onEpoch?.({ epochs: epoch, weights, adam: adam.state });
  }
  const last = examples ?? (await rounds.round(epochs - 1));
  measureStatistics(tf, network, statisticsBatches(tf, batchesOf(last, seed, 0)));
}

function step(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  variables: readonly tfjs.Variable[],
  batch: readonly Example[],
) {
  return tf.tidy(() => {
    const x = levelsTensor(tf, batch);
    const { targets, weights } = targetTensors(tf, batch);
    const { value, grads } = tf.variableGrads(
      () => crossEntropy(tf, forwardInTraining(tf, network, x), targets, weights),
      [...variables],
    );
    const gradients = variables.map(
      ({ name, size }) => grads[name]?.dataSync<'float32'>() ?? new Float32Array(size),
    );
    return { loss: value.dataSync<'float32'>()[0] ?? NaN, gradients };
  });
}

/** log(1 + e^x) - target * x, weighed and summed, so that neither e^x nor its logarithm overflows. */
function crossEntropy(
  tf: typeof tfjs,
  logits: tfjs.Tensor,
  targets: tfjs.Tensor,
  weights: tfjs.Tensor,
): tfjs.Scalar {
  const own = tf.sub(tf.softplus(logits), tf.mul(targets, logits));
  return tf.sum(tf.mul(weights, own));
}

function* statisticsBatches(
  tf: typeof tfjs,
  batches: Iterable<readonly Example[]>,
): Generator<tfjs.Tensor> {
  let count = 0;
  for (const batch of batches) {
    if (count === STATISTICS_BATCHES) return;
    count += 1;
    yield levelsTensor(tf, batch);
  }
}
