import type * as tfjs from '@tensorflow/tfjs';
import type { Deformation } from '../fit/deformed-rounds.ts';
import { CNN_NAME, cnn } from './cnn.ts';
import { MLP_NAME, mlp } from './mlp.ts';

/** As `--network` takes it. */
export type NetworkName = 'cnn' | 'mlp';

/** A network that can be trained, and how it is trained best, by the validation pictures. */
export interface NetworkRecipe {
  readonly name: NetworkName;
  /** As the metrics and the model files name it. */
  readonly title: string;
  /** @param seed of the weights it begins with */
  readonly build: (tf: typeof tfjs, seed: number) => tfjs.Sequential;
  readonly epochs: number;
  /** Pictures a step. */
  readonly batch: number;
  /** The highest; see `learningRate`. */
  readonly learningRate: number;
  /** The share of each kernel that a step at a learning rate of 1 takes away. */
  readonly weightDecay: number;
  /** Of MNIST's own pictures. */
  readonly deformation: Deformation;
}

export const NETWORKS: Readonly<Record<NetworkName, NetworkRecipe>> = {
  cnn: {
    ...{ name: 'cnn', title: CNN_NAME, build: cnn },
    ...{ epochs: 24, batch: 128, learningRate: 0.003, weightDecay: 0.02 },
    deformation: { turn: 12, stretch: 0.12, slant: 0.2, bend: 0.05 },
  },
  mlp: {
    ...{ name: 'mlp', title: MLP_NAME, build: mlp },
    ...{ epochs: 40, batch: 64, learningRate: 0.002, weightDecay: 0 },
    deformation: { turn: 8, stretch: 0.08, slant: 0.1, bend: 0 },
  },
};

/** Undefined for a name that no network has. */
export function networkNamed(name: string): NetworkRecipe | undefined {
  return name === 'cnn' || name === 'mlp' ? NETWORKS[name] : undefined;
}
