import { setImmediate } from 'node:timers/promises';
import type * as tfjs from '@tensorflow/tfjs';
import { pickDigits } from '../data/mnist.ts';
import type { Examples } from '../data/rounds.ts';
import { Adam, type AdamState } from './adam.ts';
import { RunningMean, type EpochResult } from './running-mean.ts';
import { learningRate } from './schedule.ts';
import { shuffled } from './shuffle.ts';
import { measureStatistics } from './statistics.ts';
import { pixelsTensor, trainStep } from './train-step.ts';
import { assign, trainableVariables, valuesOf } from './weights.ts';

export type { EpochResult } from './running-mean.ts';

/** Gives each epoch its examples; always the same ones for an index, which begins at 0. */
export interface ExampleSource {
  readonly round: (index: number) => Promise<Examples>;
}

/** Batches of the last epoch that batch normalization's statistics are taken from. */
const STATISTICS_BATCHES = 100;

export interface FitOptions {
  readonly epochs: number;
  /** Pictures a step. */
  readonly batch: number;
  /** Of the order of the pictures. */
  readonly seed: number;
  /** The highest; see `learningRate`. */
  readonly learningRate: number;
  /** The share of each kernel that a step at a learning rate of 1 would take away. */
  readonly weightDecay: number;
  /** Where an interrupted training stood. */
  readonly from?: FitState | undefined;
  /** Told after each epoch where the training stands; what it is given goes on changing. */
  readonly onEpoch?: ((state: FitState) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (progress: StepProgress) => void;
}

/** All that the rest of a training depends on. */
export interface FitState {
  /** Of the epochs that are done. */
  readonly results: readonly EpochResult[];
  readonly weights: readonly Float32Array[];
  readonly adam: AdamState;
}

/** Counts begin at 1; loss and accuracy are means over the epoch so far, on the batches as they came. */
export interface StepProgress extends EpochResult {
  readonly epoch: number;
  readonly step: number;
  readonly steps: number;
}

/**
 * Trains a network that maps pictures of 0 to 1 to logits [N, 10], with Adam on the cross-entropy. The same
 * seed on the same backend gives the same weights, bit for bit, however often it is interrupted between.
 *
 * @returns loss and accuracy of each epoch, as seen while training
 * @throws the signal's reason where it aborts; the network is then part trained
 */
export async function fit(
  tf: typeof tfjs,
  network: tfjs.Sequential,
  source: ExampleSource,
  options: FitOptions,
): Promise<readonly EpochResult[]> {
  const { epochs, from, onEpoch } = options;
  const variables = trainableVariables(tf, network);
  if (from) assign(tf, variables, from.weights);
  const weights = valuesOf(variables);
  const sizes = weights.map(({ length }) => length);
  const training = { tf, network, variables, weights, adam: new Adam(sizes, from?.adam) };
  const results = [...(from?.results ?? [])];
  while (results.length < epochs) {
    const examples = await source.round(results.length);
    results.push(await trainEpoch(training, examples, results.length + 1, options));
    onEpoch?.({ results, weights, adam: training.adam.state });
  }
  const last = await source.round(epochs - 1);
  measureStatistics(tf, network, statisticsBatches(training, last, options));
  return results;
}

interface Training {
  readonly tf: typeof tfjs;
  readonly network: tfjs.Sequential;
  readonly variables: readonly tfjs.Variable[];
  /** What the variables hold. */
  readonly weights: readonly Float32Array[];
  readonly adam: Adam;
}

async function trainEpoch(
  { tf, network, variables, weights, adam }: Training,
  examples: Examples,
  epoch: number,
  options: FitOptions,
): Promise<EpochResult> {
  const { epochs, signal, onStep, weightDecay } = options;
  const steps = Math.ceil(examples.count / options.batch);
  // Not of biases, nor of what batch normalization scales and shifts by.
  const decays = variables.map(({ rank }) => (rank > 1 ? weightDecay : 0));
  const mean = new RunningMean();
  let step = 0;
  for (const batch of batches(examples, epoch, options)) {
    signal?.throwIfAborted();
    const progress = (epoch - 1 + step / steps) / epochs;
    const { sums, gradients } = trainStep(tf, network, variables, batch);
    adam.update(weights, gradients, learningRate(options.learningRate, progress), decays);
    assign(tf, variables, weights);
    mean.add(sums);
    step += 1;
    onStep?.({ epoch, step, steps, ...mean.result });
    // A step never waits, so Ctrl-C would not be heard without this.
    await setImmediate();
  }
  return mean.result;
}

/** The examples in the epoch's order; the last batch is smaller where they do not divide. */
function* batches(
  examples: Examples,
  epoch: number,
  { batch, seed }: FitOptions,
): Generator<Examples> {
  const order = shuffled(examples.count, seed, epoch);
  for (let start = 0; start < order.length; start += batch) {
    yield pickDigits(examples, order.subarray(start, start + batch));
  }
}

function* statisticsBatches(
  { tf, network }: Training,
  examples: Examples,
  options: FitOptions,
): Generator<tfjs.Tensor> {
  let count = 0;
  for (const batch of batches(examples, options.epochs, options)) {
    if (count === STATISTICS_BATCHES) return;
    count += 1;
    yield pixelsTensor(tf, network, batch);
  }
}
