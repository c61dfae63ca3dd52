import type * as tfjs from '@tensorflow/tfjs';
import { sliceDigits, type Digits } from './data/mnist.ts';
import type { PreparedMnist } from './data/prepared-mnist.ts';
import { classify } from './evaluation/classify.ts';
import { fit, type StepProgress } from './fit/fit.ts';
import { mlp, MLP_NAME } from './networks/mlp.ts';
import { artifactsOf } from './onnx/from-tfjs.ts';
import { readLayersModel, type SequentialModel } from './onnx/layers-model.ts';
import { classifierModel } from './release/models.ts';
import { accuracy, confusionMatrix, type Confusion } from './report/confusion.ts';
import { metricsOf, type Metrics } from './report/metrics.ts';
import type { Backend } from './backend/index.ts';

/**
 * Of the first step. Chosen together with the batch of 64 on the last 10,000 training pictures
 * (`npm run train -- --validation 10000`), where 32 at 0.001, 64 at 0.002 and 128 at 0.003 were alike.
 */
const LEARNING_RATE = 0.002;

export interface TrainingSettings {
  readonly epochs: number;
  readonly batch: number;
  readonly seed: number;
  /** The last so many training pictures are kept from training and measured apart. */
  readonly validation: number;
  readonly signal: AbortSignal;
  readonly onStep: (progress: StepProgress) => void;
}

export interface Trained {
  readonly network: SequentialModel;
  readonly metrics: Metrics;
}

/** Trains the seed network, writes it as ONNX in memory, and measures that. */
export async function train(
  backend: Backend,
  mnist: PreparedMnist,
  settings: TrainingSettings,
): Promise<Trained> {
  const kept = mnist.train.count - settings.validation;
  const training = sliceDigits(mnist.train, 0, kept);
  const validation = sliceDigits(mnist.train, kept, mnist.train.count);
  const { network, loss } = await fitNetwork(backend.tf, training, settings);
  const classifier = classifierModel(network, {});
  const measure = async (digits: Digits): Promise<Confusion> =>
    confusionMatrix(digits.labels, await classify(classifier, digits));
  const run = {
    network: MLP_NAME,
    seed: settings.seed,
    epochs: settings.epochs,
    batch: settings.batch,
    backend: backend.name,
    versions: backend.versions,
    loss,
    accuracy: {
      train: accuracy(await measure(training)) ?? NaN,
      validation: accuracy(await measure(validation)),
    },
  };
  return { network, metrics: metricsOf(run, await measure(mnist.test)) };
}

async function fitNetwork(tf: typeof tfjs, digits: Digits, settings: TrainingSettings) {
  const model = mlp(tf, settings.seed);
  try {
    const epochs = await fit(tf, model, digits, { ...settings, learningRate: LEARNING_RATE });
    const network = readLayersModel(await artifactsOf(tf, model));
    return { network, loss: epochs.map(({ loss }) => loss) };
  } finally {
    model.dispose();
  }
}
