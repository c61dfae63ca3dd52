import type * as tfjs from '@tensorflow/tfjs';
import { pickDigits } from '../data/mnist.ts';
import { Random } from '../data/random.ts';
import type { Examples } from '../data/rounds.ts';
import { trainEpochs, type EpochsOptions, type StepNumber, type TrainingState } from './epochs.ts';
import { RunningMean, type EpochResult } from './running-mean.ts';
import { shuffled } from './shuffle.ts';
import { measureStatistics } from './statistics.ts';
import { pixelsTensor, trainStep } from './train-step.ts';

export type { EpochResult } from './running-mean.ts';

/** Gives each epoch its examples; always the same ones for an index, which begins at 0. */
export interface ExampleSource {
  readonly round: (index: number) => Promise<Examples>;
}

/** Batches of the last epoch that batch normalization's statistics are taken from. */
const STATISTICS_BATCHES = 100;

export interface FitOptions extends EpochsOptions<EpochResult> {
  /** Pictures a step. */
  readonly batch: number;
  /** Of the order of the pictures and of what each Dropout leaves out. */
  readonly seed: number;
}

export type FitState = TrainingState<EpochResult>;

/** Loss and accuracy are means over the epoch so far, on the batches as they came. */
export type StepProgress = StepNumber & EpochResult;

/**
 * Trains a network that maps pictures of 0 to 1 to logits [N, 10], with Adam on the cross-entropy; see
 * `trainEpochs`. The order of the pictures and what each Dropout leaves out depend on the seed.
 */
export async function fit(
  tf: typeof tfjs,
  network: tfjs.Sequential,
  source: ExampleSource,
  options: FitOptions,
): Promise<readonly EpochResult[]> {
  const { epochs, batch } = options;
  const task = {
    open: async (epoch: number) => {
      const examples = await source.round(epoch - 1);
      const steps = Math.ceil(examples.count / batch);
      return { steps, batches: batches(examples, epoch, options) };
    },
    step: (variables: readonly tfjs.Variable[], { random, ...own }: Batch) =>
      trainStep(tf, network, variables, own, random),
    mean: () => new RunningMean(),
  };
  const results = await trainEpochs(tf, network, task, options);
  const last = batches(await source.round(epochs - 1), epochs, options);
  measureStatistics(tf, network, {
    ...{ batches: last, count: STATISTICS_BATCHES },
    inputOf: (own) => pixelsTensor(tf, network, own),
  });
  return results;
}

/** Of a step, with the random choices that are its own. */
interface Batch extends Examples {
  readonly random: Random;
}

/** The examples in the epoch's order; the last batch is smaller where they do not divide. */
function* batches(
  examples: Examples,
  epoch: number,
  { batch, seed }: FitOptions,
): Generator<Batch> {
  const order = shuffled(examples.count, seed, epoch);
  for (let start = 0; start < order.length; start += batch) {
    const own = pickDigits(examples, order.subarray(start, start + batch));
    yield { ...own, random: new Random(seed, epoch, start) };
  }
}
