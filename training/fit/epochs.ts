import { setImmediate } from 'node:timers/promises';
import type * as tfjs from '@tensorflow/tfjs';
import { Adam, type AdamState } from './adam.ts';
import { learningRateAt } from './schedule.ts';
import { assign, trainableVariables, valuesOf } from './weights.ts';

/** What a network is trained to do. */
export interface Task<Batch, Sums, Result> {
  /** Opens an epoch, from 1. */
  readonly open: (epoch: number) => Promise<Epoch<Batch>>;
  readonly step: (variables: readonly tfjs.Variable[], batch: Batch) => Step<Sums>;
  /** Of an epoch that begins. */
  readonly mean: () => Mean<Sums, Result>;
}

export interface Epoch<Batch> {
  readonly steps: number;
  /** As many as there are steps, in the epoch's order. */
  readonly batches: Iterable<Batch>;
}

export interface Step<Sums> {
  /** Of the batch, as the weights were before the step. */
  readonly sums: Sums;
  /** Of each variable, in their order. */
  readonly gradients: readonly Float32Array[];
}

/** How the epoch went so far. */
export interface Mean<Sums, Result> {
  readonly add: (sums: Sums) => void;
  readonly result: Result;
}

/** Counts begin at 1. */
export interface StepNumber {
  readonly epoch: number;
  readonly step: number;
  readonly steps: number;
}

export interface EpochsOptions<Result> {
  readonly epochs: number;
  /** The highest; see `learningRateAt`. */
  readonly learningRate: number;
  /** The share of each kernel that a step at a learning rate of 1 would take away. */
  readonly weightDecay: number;
  /** Where an interrupted training stood. */
  readonly from?: TrainingState<Result> | undefined;
  /** Told after each epoch where the training stands; what it is given goes on changing. */
  readonly onEpoch?: ((state: TrainingState<Result>) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (progress: StepNumber & Result) => void;
}

/** All that the rest of a training depends on. */
export interface TrainingState<Result> {
  /** Of the epochs that are done. */
  readonly results: readonly Result[];
  readonly weights: readonly Float32Array[];
  readonly adam: AdamState;
}

/**
 * Trains a network with Adam. The same task on the same backend gives the same weights, bit for bit, however
 * often it is interrupted between epochs.
 *
 * @returns how each epoch went, as seen while training
 * @throws the signal's reason where it aborts; the network is then part trained
 */
export async function trainEpochs<Batch, Sums, Result extends object>(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  task: Task<Batch, Sums, Result>,
  options: EpochsOptions<Result>,
): Promise<readonly Result[]> {
  const { epochs, learningRate, weightDecay, from, onEpoch, signal, onStep } = options;
  const variables = trainableVariables(tf, network);
  if (from) assign(tf, variables, from.weights);
  const weights = valuesOf(variables);
  // Not of biases, nor of what batch normalization scales and shifts by.
  const decays = variables.map(({ rank }) => (rank > 1 ? weightDecay : 0));
  const sizes = weights.map(({ length }) => length);
  const adam = new Adam(sizes, from?.adam);
  const results = [...(from?.results ?? [])];
  while (results.length < epochs) {
    const epoch = results.length + 1;
    const { steps, batches } = await task.open(epoch);
    const mean = task.mean();
    let step = 0;
    for (const batch of batches) {
      signal?.throwIfAborted();
      const { sums, gradients } = task.step(variables, batch);
      const progress = (epoch - 1 + step / steps) / epochs;
      adam.update(weights, gradients, learningRateAt(learningRate, progress), decays);
      assign(tf, variables, weights);
      mean.add(sums);
      step += 1;
      onStep?.({ epoch, step, steps, ...mean.result });
      // A step never waits, so Ctrl-C would not be heard without this.
      await setImmediate();
    }
    results.push(mean.result);
    onEpoch?.({ results, weights, adam: adam.state });
  }
  return results;
}

/** The loss, and its gradients as `Step` wants them. */
export function gradientsOf(
  tf: typeof tfjs,
  variables: readonly tfjs.Variable[],
  loss: () => tfjs.Scalar,
): { readonly loss: number; readonly gradients: Float32Array[] } {
  const { value, grads } = tf.variableGrads(loss, [...variables]);
  const gradients = variables.map(
    ({ name, size }) => grads[name]?.dataSync<'float32'>() ?? new Float32Array(size),
  );
  return { loss: value.dataSync<'float32'>()[0] ?? NaN, gradients };
}
