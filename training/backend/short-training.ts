/**
 * Trains a network for a few steps on real MNIST and prints a ShortTraining as JSON. For tests, and
 * a program of its own, since a process computes on one backend.
 *
 *     node short-training.js mlp|cnn SEED [native|wasm]
 */
import { createHash } from 'node:crypto';
import type * as tfjs from '@tensorflow/tfjs';
import { loadMnist, sliceDigits } from '../data/mnist.ts';
import { fit } from '../fit/fit.ts';
import { networkNamed, type NetworkRecipe } from '../networks/index.ts';
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

const [name = '', seed, backend] = process.argv.slice(2);
const recipe = networkNamed(name);
if (!recipe) throw new RangeError(`There is no network "${name}".`);
process.stdout.write(JSON.stringify(await trainBriefly(recipe, Number(seed), backend)));

/**
 * The convolutional network takes twenty times as long for a step; it takes one an epoch. After a few more, backends
 * part: rounding turns a ReLU or a pool's choice, and the rest follows. On native alone, first weights changed by
 * 1e-5 of themselves move the loss after five steps by 2e-3.
 */
function picturesFor({ name: own }: NetworkRecipe): number {
  return own === 'cnn' ? 64 : 960;
}

async function trainBriefly(
  network: NetworkRecipe,
  seed: number,
  backend?: string,
): Promise<ShortTraining> {
  const { tf } = await openBackend(backend as BackendName | undefined);
  const digits = sliceDigits(await loadMnist('train'), 0, picturesFor(network));
  const model = network.build(tf, seed);
  const tensors: number[] = [];
  const source = { round: () => Promise.resolve(digits) };
  const epochs = await fit(tf, model, source, {
    ...{ epochs: 3, batch: 64, seed, learningRate: 0.002, weightDecay: 0 },
    onStep: ({ step, steps }) => {
      if (step === steps) tensors.push(tf.memory().numTensors);
    },
  });
  const loss = epochs.map((epoch) => epoch.loss);
  return { backend: tf.getBackend(), loss, weights: sha256(model.getWeights()), tensors };
}

function sha256(weights: readonly tfjs.Tensor[]): string {
  const hash = createHash('sha256');
  for (const weight of weights) hash.update(weight.dataSync());
  return hash.digest('hex');
}
