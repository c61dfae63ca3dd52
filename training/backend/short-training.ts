/**
 * Trains the seed network for a few steps on real MNIST and prints a ShortTraining as JSON. For tests, and
 * a program of its own, since a process computes on one backend.
 *
 *     node short-training.js SEED [native|wasm]
 */
import { createHash } from 'node:crypto';
import type * as tfjs from '@tensorflow/tfjs';
import { loadMnist, sliceDigits } from '../data/mnist.ts';
import { fit } from '../fit/fit.ts';
import { mlp } from '../networks/mlp.ts';
import { openBackend, type BackendName } from './index.ts';

export interface ShortTraining {
  /** The backend that tfjs itself names. */
  readonly backend: string;
  /** Mean of each epoch. */
  readonly loss: readonly number[];
  /** SHA-256 of all weights' bytes. */
  readonly weights: string;
  /** That tfjs holds after each epoch. */
  readonly tensors: readonly number[];
}

const [seed, backend] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await trainBriefly(Number(seed), backend)));

async function trainBriefly(seed: number, backend?: string): Promise<ShortTraining> {
  const { tf } = await openBackend(backend as BackendName | undefined);
  const digits = sliceDigits(await loadMnist('train'), 0, 960);
  const network = mlp(tf, seed);
  const tensors: number[] = [];
  const source = { round: () => Promise.resolve(digits) };
  const epochs = await fit(tf, network, source, {
    ...{ epochs: 3, batch: 64, seed, learningRate: 0.002, weightDecay: 0 },
    onStep: ({ step, steps }) => {
      if (step === steps) tensors.push(tf.memory().numTensors);
    },
  });
  const loss = epochs.map((epoch) => epoch.loss);
  return { backend: tf.getBackend(), loss, weights: sha256(network.getWeights()), tensors };
}

function sha256(weights: readonly tfjs.Tensor[]): string {
  const hash = createHash('sha256');
  for (const weight of weights) hash.update(weight.dataSync());
  return hash.digest('hex');
}
