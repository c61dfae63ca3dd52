import type * as tfjs from '@tensorflow/tfjs';
import type { Digits } from './data/mnist.ts';
import { fit, type StepProgress } from './fit/fit.ts';
import { mlp } from './networks/mlp.ts';
import { artifactsOf } from './onnx/from-tfjs.ts';
import { readLayersModel, type SequentialModel } from './onnx/layers-model.ts';

/** Of the first step. The best of 0.001 to 0.004 on the last 10,000 training pictures. */
const LEARNING_RATE = 0.002;

export interface Trained {
  readonly network: SequentialModel;
  /** Mean training loss of each epoch. */
  readonly loss: readonly number[];
}

/**
 * Trains the seed network from its first weights on.
 *
 * @param digits pictures that went through the preparation graph
 */
export async function trainNetwork(
  tf: typeof tfjs,
  digits: Digits,
  options: {
    readonly epochs: number;
    readonly batch: number;
    readonly seed: number;
    readonly signal?: AbortSignal;
    readonly onStep?: (progress: StepProgress) => void;
  },
): Promise<Trained> {
  const model = mlp(tf, options.seed);
  try {
    const epochs = await fit(tf, model, digits, { ...options, learningRate: LEARNING_RATE });
    const network = readLayersModel(await artifactsOf(tf, model));
    return { network, loss: epochs.map(({ loss }) => loss) };
  } finally {
    model.dispose();
  }
}
