import type * as tfjs from '@tensorflow/tfjs';
import { toUnitRange } from '../data/unit-range.ts';
import { shuffled } from '../fit/shuffle.ts';
import { MAX_SQUARES } from '../prepare/coarse.ts';
import { LEVEL_CHANNELS } from '../prepare/levels.ts';
import { TARGETS, type Example } from './example.ts';
import { INKS } from './network.ts';

type Shape4 = [number, number, number, number];

/** Pictures a step. */
const BATCH = 32;

/** What a square without ink weighs in the loss, where one with ink weighs 1. */
const PAPER_WEIGHT = 0.02;

/**
 * The examples in the epoch's order. Pictures of all sizes stand in a batch, each at the top left of the largest
 * frame: batch normalization would be another for each size.
 */
export function* batchesOf(
  examples: readonly Example[],
  seed: number,
  epoch: number,
): Generator<readonly Example[]> {
  const order = shuffled(examples.length, seed, epoch);
  for (let start = 0; start < order.length; start += BATCH) {
    yield [...order.subarray(start, start + BATCH)].flatMap((index) => examples[index] ?? []);
  }
}

export function batchCount(examples: readonly Example[]): number {
  return Math.ceil(examples.length / BATCH);
}

/** [N, 64, 64, 3], 0 to 1. */
export function levelsTensor(tf: typeof tfjs, batch: readonly Example[]): tfjs.Tensor4D {
  const shape: Shape4 = [batch.length, MAX_SQUARES, MAX_SQUARES, LEVEL_CHANNELS];
  return tf.tensor4d(framedLevels(batch), shape);
}

/** The levels of pictures, 0 to 1, each at the top left of the largest frame. */
export function framedLevels(batch: readonly Example[]): Float32Array {
  const frameRow = MAX_SQUARES * LEVEL_CHANNELS;
  const values = new Float32Array(batch.length * MAX_SQUARES * frameRow);
  for (const [index, { levels, width, height }] of batch.entries()) {
    const row = width * LEVEL_CHANNELS;
    for (let y = 0; y < height; y += 1) {
      const own = toUnitRange(levels.subarray(y * row, (y + 1) * row));
      values.set(own, (index * MAX_SQUARES + y) * frameRow);
    }
  }
  return values;
}

/**
 * Targets and weights, both [N, 64, 64, 2]. The ink of a picture weighs as much as that of any other, however
 * large it is, and so does a blank picture.
 */
export function targetTensors(tf: typeof tfjs, batch: readonly Example[]) {
  const targets = new Float32Array(batch.length * MAX_SQUARES ** 2 * INKS);
  const weights = new Float32Array(targets.length);
  for (const [index, { targets: own, width }] of batch.entries()) {
    const known = own.filter((target) => target !== TARGETS.unknown);
    const inked = known.filter((target) => target !== TARGETS.paper).length;
    const weight = 1 / Math.max(inked + PAPER_WEIGHT * known.length, 1) / batch.length;
    for (let square = 0; square < own.length; square += 1) {
      const target = own[square];
      if (target === TARGETS.unknown) continue;
      const [y, x] = [Math.floor(square / width), square % width];
      const place = ((index * MAX_SQUARES + y) * MAX_SQUARES + x) * INKS;
      weights[place] = weight;
      weights[place + 1] = weight;
      if (target === TARGETS.darkInk) targets[place] = 1;
      if (target === TARGETS.lightInk) targets[place + 1] = 1;
    }
  }
  const shape: Shape4 = [batch.length, MAX_SQUARES, MAX_SQUARES, INKS];
  return { targets: tf.tensor4d(targets, shape), weights: tf.tensor4d(weights, shape) };
}
