import type * as tfjs from '@tensorflow/tfjs';
import type { Backend } from './backend/index.ts';
import { sliceDigits, type Digits } from './data/mnist.ts';
import type { PreparedMnist } from './data/prepared-mnist.ts';
import { classify, digitsOf } from './evaluation/classify.ts';
import { chooseExact } from './exact/choose.ts';
import { fitTemperature } from './exact/temperature.ts';
import { fit, type StepProgress } from './fit/fit.ts';
import { mlp, MLP_NAME } from './networks/mlp.ts';
import { artifactsOf } from './onnx/from-tfjs.ts';
import { readLayersModel } from './onnx/layers-model.ts';
import type { Network } from './onnx/network.ts';
import { simplified } from './onnx/simplify.ts';
import { exactClassifier, floatClassifier, type Classifier } from './release/classifier.ts';
import { classifierModel } from './release/models.ts';
import { probabilitiesOf, probabilitiesOfLogits } from './evaluation/probabilities.ts';
import { chooseSureFrom } from './evaluation/sure-from.ts';
import { calibrationError, softmaxRows } from './report/calibration.ts';
import { accuracy, confusionMatrix, type Confusion } from './report/confusion.ts';
import { metricsOf, type Metrics } from './report/metrics.ts';

/**
 * Of the first step. Chosen together with the batch of 64 on the validation pictures, where 32 at 0.001,
 * 64 at 0.002 and 128 at 0.003 were alike.
 */
const LEARNING_RATE = 0.002;

/** Training pictures that show how far the activations of the network reach. */
const CALIBRATION_COUNT = 5_000;

export interface TrainingSettings {
  readonly epochs: number;
  readonly batch: number;
  readonly seed: number;
  /** The last so many training pictures are kept from training, to choose by. */
  readonly validation: number;
  readonly signal: AbortSignal;
  readonly onStep: (progress: StepProgress) => void;
}

export interface Trained {
  readonly classifier: Classifier;
  readonly metrics: Metrics;
}

/** Training pictures, and those kept from training to choose by. */
interface Splits {
  readonly training: Digits;
  readonly validation: Digits;
  readonly test: Digits;
  readonly rawTest: Digits;
}

/** Trains the seed network, rounds it to whole numbers, and measures what would be released. */
export async function train(
  backend: Backend,
  mnist: PreparedMnist,
  settings: TrainingSettings,
): Promise<Trained> {
  const kept = mnist.train.count - settings.validation;
  const splits = {
    training: sliceDigits(mnist.train, 0, kept),
    validation: sliceDigits(mnist.train, kept, mnist.train.count),
    test: mnist.test,
    rawTest: mnist.rawTest,
  };
  const { network, loss } = await fitNetwork(backend.tf, splits.training, settings);
  const { classifier, exact } = await roundNetwork(network, splits);
  const run = {
    network: MLP_NAME,
    seed: settings.seed,
    epochs: settings.epochs,
    batch: settings.batch,
    pictures: { training: kept, validation: settings.validation },
    backend: backend.name,
    versions: backend.versions,
    loss,
    accuracy: {
      train: await accuracyOf(classifier, splits.training),
      validation: await accuracyOf(classifier, splits.validation),
    },
    exact,
  };
  return { classifier, metrics: metricsOf(run, await confusionOf(classifier, splits.test)) };
}

async function fitNetwork(tf: typeof tfjs, digits: Digits, settings: TrainingSettings) {
  const model = mlp(tf, settings.seed);
  try {
    const epochs = await fit(tf, model, digits, { ...settings, learningRate: LEARNING_RATE });
    const network = simplified(readLayersModel(await artifactsOf(tf, model)));
    return { network, loss: epochs.map(({ loss }) => loss) };
  } finally {
    model.dispose();
  }
}

/** Everything that is chosen, the weights' width and the temperature, is chosen on the validation pictures. */
async function roundNetwork(network: Network, splits: Splits) {
  const { training, validation, test, rawTest } = splits;
  const calibration = sliceDigits(training, 0, Math.min(CALIBRATION_COUNT, training.count));
  const { whole, bits, trials } = await chooseExact(network, calibration, (candidate) =>
    accuracyOf(exactClassifier(candidate, 1), validation),
  );
  const [{ scale } = { scale: 1 }] = whole.outputs.values();
  const model = classifierModel(exactClassifier(whole, 1), {});
  const logits = await classify(model, validation);
  const temperature = fitTemperature(logits, validation.labels, scale);
  const sureFrom = chooseSureFrom(
    await probabilitiesOfLogits(exactClassifier(whole, temperature), logits),
  );
  const classifier = exactClassifier(whole, temperature, sureFrom);
  const float = floatClassifier(network);
  const before = softmaxRows(await classify(model, test), scale);
  const exact = {
    bits,
    trials,
    floatAccuracy: {
      validation: await accuracyOf(float, validation),
      test: await accuracyOf(float, test),
    },
    logitScale: scale,
    temperature,
    sureFrom,
    calibrationError: {
      before: calibrationError(before, test.labels),
      after: calibrationError(await probabilitiesOf(classifier, rawTest), test.labels),
    },
  };
  return { classifier, exact };
}

async function confusionOf(classifier: Classifier, digits: Digits): Promise<Confusion> {
  const logits = await classify(classifierModel(classifier, {}), digits);
  return confusionMatrix(digits.labels, digitsOf(logits));
}

async function accuracyOf(classifier: Classifier, digits: Digits): Promise<number> {
  return accuracy(await confusionOf(classifier, digits)) ?? NaN;
}
