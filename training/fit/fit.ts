import { setImmediate } from 'node:timers/promises';
import type * as tfjs from '@tensorflow/tfjs';
import { CLASS_COUNT } from '../../core/index.ts';
import { DIGIT_BYTES, pickDigits, type Digits } from '../data/mnist.ts';
import { toUnitRange } from '../data/unit-range.ts';
import { scheduledAdam, type ScheduledAdam } from './adam.ts';
import { cosineDecay } from './schedule.ts';
import { shuffles } from './shuffle.ts';

export interface FitOptions {
  readonly epochs: number;
  /** Pictures a step. */
  readonly batch: number;
  /** Of the order of the pictures. */
  readonly seed: number;
  /** The learning rate of the first step; it falls to 0 along a cosine. */
  readonly learningRate: number;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (progress: StepProgress) => void;
}

/** Counts begin at 1; loss and accuracy are means over the epoch so far, on the batches as they came. */
export interface StepProgress {
  readonly epoch: number;
  readonly step: number;
  readonly steps: number;
  readonly loss: number;
  readonly accuracy: number;
}

export interface EpochResult {
  readonly loss: number;
  readonly accuracy: number;
}

/**
 * Trains a network that maps [N, 784] of 0 to 1 to logits [N, 10], with Adam on the sparse categorical
 * cross-entropy. The same seed on the same backend gives the same weights, bit for bit.
 *
 * @returns loss and accuracy of each epoch, as seen while training
 * @throws the signal's reason where it aborts; the network is then part trained
 */
export async function fit(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  digits: Digits,
  { epochs, batch, seed, learningRate, signal, onStep }: FitOptions,
): Promise<readonly EpochResult[]> {
  const optimizer = scheduledAdam(tf);
  const orders = shuffles(digits.count, seed);
  const steps = Math.ceil(digits.count / batch);
  const results: EpochResult[] = [];
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const order = orders.next().value;
    const mean = new RunningMean();
    for (let step = 1; step <= steps; step += 1) {
      signal?.throwIfAborted();
      const progress = ((epoch - 1) * steps + step - 1) / (epochs * steps);
      optimizer.setLearningRate(cosineDecay(learningRate, progress));
      const indices = order.subarray((step - 1) * batch, step * batch);
      mean.add(trainStep(tf, network, optimizer, pickDigits(digits, indices)), indices.length);
      onStep?.({ epoch, step, steps, ...mean.result });
      // A step never waits, so Ctrl-C would not be heard without this.
      await setImmediate();
    }
    results.push(mean.result);
  }
  optimizer.dispose();
  return results;
}

/** One step of the optimizer; the loss and accuracy are the batch's before it. */
function trainStep(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  optimizer: ScheduledAdam,
  batch: Digits,
): EpochResult {
  return tf.tidy(() => {
    const pixels = tf.tensor2d(toUnitRange(batch.pixels), [batch.count, DIGIT_BYTES]);
    const labels = tf.oneHot(tf.tensor1d(batch.labels, 'int32'), CLASS_COUNT);
    let accuracy = 0;
    const loss = optimizer.minimize(() => {
      const logits = network.apply(pixels, { training: true }) as tfjs.Tensor;
      accuracy = shareRight(logits.dataSync<'float32'>(), batch.labels);
      return tf.losses.softmaxCrossEntropy(labels, logits);
    }, true);
    return { loss: loss?.dataSync<'float32'>()[0] ?? NaN, accuracy };
  });
}

function shareRight(logits: Float32Array, labels: Uint8Array): number {
  const right = labels.filter((label, index) => {
    const own = logits.subarray(index * CLASS_COUNT, (index + 1) * CLASS_COUNT);
    return own.indexOf(Math.max(...own)) === label;
  });
  return right.length / labels.length;
}

class RunningMean {
  #loss = 0;
  #accuracy = 0;
  #count = 0;

  add({ loss, accuracy }: EpochResult, count: number): void {
    this.#loss += loss * count;
    this.#accuracy += accuracy * count;
    this.#count += count;
  }

  get result(): EpochResult {
    return { loss: this.#loss / this.#count, accuracy: this.#accuracy / this.#count };
  }
}
