import type * as tfjs from '@tensorflow/tfjs';
import {
  gradientsOf,
  trainEpochs,
  type EpochsOptions,
  type Mean,
  type Step,
  type StepNumber,
  type TrainingState,
} from '../fit/epochs.ts';
import { forwardInTraining } from '../fit/forward.ts';
import { measureStatistics } from '../fit/statistics.ts';
import { tidied } from '../fit/tidied.ts';
import { batchCount, batchesOf, levelsTensor, targetTensors } from './batch.ts';
import type { Example } from './example.ts';
import type { SegmentationRounds } from './rounds.ts';

export const LEARNING_RATE = 0.004;
export const WEIGHT_DECAY = 0.01;

/** Batches of the last epoch that batch normalization's statistics are taken from. */
const STATISTICS_BATCHES = 200;

/** A mean over the batches of an epoch. */
export interface SegmentationResult {
  readonly loss: number;
}

export type SegmentationState = TrainingState<SegmentationResult>;
export type SegmentationProgress = StepNumber & SegmentationResult;

export interface SegmentationFitOptions extends Omit<
  EpochsOptions<SegmentationResult>,
  'learningRate' | 'weightDecay'
> {
  /** Of the order of the pictures. */
  readonly seed: number;
}

/** Trains the segmentation, with Adam on the cross-entropy of each square; see `trainEpochs`. */
export async function fitSegmentation(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  rounds: SegmentationRounds,
  options: SegmentationFitOptions,
): Promise<void> {
  const { epochs, seed } = options;
  // Kept, since rendering a round again takes minutes.
  let examples: readonly Example[] | undefined;
  const task = {
    open: async (epoch: number) => {
      examples = await rounds.round(epoch - 1);
      return { steps: batchCount(examples), batches: batchesOf(examples, seed, epoch) };
    },
    step: (variables: readonly tfjs.Variable[], batch: readonly Example[]) =>
      step(tf, network, variables, batch),
    mean: () => new LossMean(),
  };
  await trainEpochs(tf, network, task, {
    ...{ learningRate: LEARNING_RATE, weightDecay: WEIGHT_DECAY },
    ...options,
  });
  const last = examples ?? (await rounds.round(epochs - 1));
  measureStatistics(tf, network, {
    ...{ batches: batchesOf(last, seed, 0), count: STATISTICS_BATCHES },
    inputOf: (batch) => levelsTensor(tf, batch),
  });
}

class LossMean implements Mean<number, SegmentationResult> {
  #sum = 0;
  #count = 0;

  add(loss: number): void {
    this.#sum += loss;
    this.#count += 1;
  }

  get result(): SegmentationResult {
    return { loss: this.#sum / this.#count };
  }
}

function step(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  variables: readonly tfjs.Variable[],
  batch: readonly Example[],
): Step<number> {
  return tidied(tf, () => {
    const x = levelsTensor(tf, batch);
    const { targets, weights } = targetTensors(tf, batch);
    const { loss, gradients } = gradientsOf(tf, variables, () =>
      crossEntropy(tf, forwardInTraining(tf, network, x), targets, weights),
    );
    return { sums: loss, gradients };
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
