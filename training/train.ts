import type * as tfjs from '@tensorflow/tfjs';
import type { Backend } from './backend/index.ts';
import { pickDigits, type Digits } from './data/mnist.ts';
import type { MnistSplits } from './data/mnist-splits.ts';
import type { Examples } from './data/rounds.ts';
import { classify, digitsOf } from './evaluation/classify.ts';
import { probabilitiesOf, probabilitiesOfLogits } from './evaluation/probabilities.ts';
import { chooseSureFrom } from './evaluation/sure-from.ts';
import { chooseExact } from './exact/choose.ts';
import type { WholeNetwork } from './exact/lower.ts';
import { fitTemperature } from './exact/temperature.ts';
import type { Checkpoint } from './fit/checkpoint.ts';
import { fit, type ExampleSource, type FitState, type StepProgress } from './fit/fit.ts';
import type { NetworkRecipe } from './networks/index.ts';
import { artifactsOf } from './onnx/from-tfjs.ts';
import { readLayersModel } from './onnx/layers-model.ts';
import type { Network } from './onnx/network.ts';
import { simplified } from './onnx/simplify.ts';
import { exactClassifier, floatClassifier, type Classifier } from './release/classifier.ts';
import { classifierModel } from './release/models.ts';
import { calibrationError, softmaxRows } from './report/calibration.ts';
import { accuracy, confusionMatrix, type Confusion } from './report/confusion.ts';
import { metricsOf, type Metrics } from './report/metrics.ts';

/** Examples of the first epoch that show how far the activations of the network reach. */
const CALIBRATION_COUNT = 2_000;

export interface TrainingSettings {
  readonly network: NetworkRecipe;
  readonly epochs: number;
  readonly batch: number;
  readonly seed: number;
  /** Where it is kept how far the training is. */
  readonly checkpoint?: Checkpoint<FitState> | undefined;
  /** Go on from the checkpoint, where there is one. */
  readonly resume?: boolean;
  readonly signal: AbortSignal;
  readonly onStep: (progress: StepProgress) => void;
}

export interface Trained {
  readonly classifier: Classifier;
  readonly metrics: Metrics;
}

/** Trains a network, rounds it to whole numbers, and measures what would be released. */
export async function train(
  backend: Backend,
  splits: MnistSplits,
  source: ExampleSource,
  settings: TrainingSettings,
): Promise<Trained> {
  const { network, loss } = await fitNetwork(backend.tf, source, settings);
  const calibration = spread(await source.round(0), CALIBRATION_COUNT);
  const { classifier, exact, validationAccuracy, testConfusion } = await roundNetwork(
    network,
    calibration,
    splits,
  );
  const run = {
    network: settings.network.title,
    seed: settings.seed,
    epochs: settings.epochs,
    batch: settings.batch,
    pictures: { training: splits.training.count, validation: splits.validation.count },
    backend: backend.name,
    versions: backend.versions,
    loss,
    accuracy: {
      train: accuracyOf(await logitsOf(classifier, splits.training), splits.training),
      validation: validationAccuracy,
    },
    exact,
  };
  return { classifier, metrics: metricsOf(run, testConfusion) };
}

async function fitNetwork(tf: typeof tfjs, source: ExampleSource, settings: TrainingSettings) {
  const { network: recipe, checkpoint, resume } = settings;
  const model = recipe.build(tf, settings.seed);
  try {
    const epochs = await fit(tf, model, source, {
      ...settings,
      learningRate: recipe.learningRate,
      weightDecay: recipe.weightDecay,
      from: resume ? checkpoint?.load() : undefined,
      onEpoch: (state) => checkpoint?.save(state),
    });
    const network = simplified(readLayersModel(await artifactsOf(tf, model)));
    return { network, loss: epochs.map(({ loss }) => loss) };
  } finally {
    model.dispose();
  }
}

/** Examples from all over, since their order may mean something. */
function spread(examples: Examples, count: number): Examples {
  const step = Math.max(1, examples.count / count);
  const indices = Uint32Array.from({ length: Math.floor(examples.count / step) }, (_, index) =>
    Math.floor(index * step),
  );
  return pickDigits(examples, indices);
}

/** Everything that is chosen, the weights' width and the temperature, is chosen on the validation pictures. */
async function roundNetwork(network: Network, calibration: Examples, splits: MnistSplits) {
  const { validation, test, rawTest } = splits;
  const { whole, bits, figures, trials } = await chooseExact(network, calibration, (candidate) =>
    figuresOf(candidate, validation),
  );
  const { scale, temperature } = figures;
  const sureFrom = chooseSureFrom(
    await probabilitiesOfLogits(exactClassifier(whole, temperature), figures.logits),
  );
  const classifier = exactClassifier(whole, temperature, sureFrom);
  const float = floatClassifier(network);
  const testLogits = await logitsOf(classifier, test);
  const exact = {
    bits,
    trials,
    floatAccuracy: {
      validation: accuracyOf(await logitsOf(float, validation), validation),
      test: accuracyOf(await logitsOf(float, test), test),
    },
    logitScale: scale,
    temperature,
    sureFrom,
    calibrationError: {
      before: calibrationError(softmaxRows(testLogits, scale), test.labels),
      after: calibrationError(await probabilitiesOf(classifier, rawTest), test.labels),
    },
  };
  return {
    ...{ classifier, exact },
    validationAccuracy: figures.accuracy,
    testConfusion: confusionOf(testLogits, test),
  };
}

async function figuresOf(whole: WholeNetwork, digits: Digits) {
  const [{ scale } = { scale: 1 }] = whole.outputs.values();
  const logits = await logitsOf(exactClassifier(whole, 1), digits);
  const fitted = fitTemperature(logits, digits.labels, scale);
  return { ...fitted, logits, scale, accuracy: accuracyOf(logits, digits) };
}

/** Whatever the classifier's temperature. */
function logitsOf(classifier: Classifier, digits: Digits): Promise<Float32Array> {
  return classify(classifierModel(classifier, {}), digits);
}

function confusionOf(logits: Float32Array, { labels }: Digits): Confusion {
  return confusionMatrix(labels, digitsOf(logits));
}

function accuracyOf(logits: Float32Array, digits: Digits): number {
  return accuracy(confusionOf(logits, digits)) ?? NaN;
}
