import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../../runtime-node/cli/command.ts';
import { openBackend, type BackendName } from '../backend/index.ts';
import { loadMnist, sliceDigits, TRAINING_COUNT } from '../data/mnist.ts';
import { GENERATOR_VERSION } from '../data/rounds/example.ts';
import { Checkpoint, CHECKPOINTS } from '../fit/checkpoint.ts';
import { artifactsOf } from '../onnx/from-tfjs.ts';
import { backendName, wholeNumber } from '../options.ts';
import { showProgress } from '../progress.ts';
import { sayingHowToGoOn, stopSignal } from '../stop.ts';
import {
  fitSegmentation,
  LEARNING_RATE,
  WEIGHT_DECAY,
  type SegmentationProgress,
  type SegmentationState,
} from './fit.ts';
import { segmentationNetwork } from './network.ts';
import { roundAndSave } from './round-and-save.ts';
import { openSegmentationRounds } from './rounds.ts';

const DEFAULTS = { epochs: 36, pictures: 30_000, seed: 1 };

const USAGE =
  'Usage: npm run train:segmentation -- [--epochs N] [--pictures N] [--seed N] [--resume] ' +
  '[--backend native|wasm]';

const HELP = `${USAGE}

Trains the network that tells a digit's ink from all else in a picture, and writes it to
training/segmentation/model. The preparation graph holds it: retrain the classifiers after it.

  --epochs N      each with pictures of its own (${DEFAULTS.epochs})
  --pictures N    in an epoch (${DEFAULTS.pictures})
  --seed N        of the first weights and of the order of the pictures (${DEFAULTS.seed})
  --resume        go on from the last epoch that a training with the same options finished
  --backend NAME  native (tfjs-node, after "npm run train:setup") or wasm; native where it is ready
`;

/** MNIST's last training pictures are kept from this training too. */
const VALIDATION = 10_000;

/** Pictures that are measured by, made of the validation digits. */
const MEASURED = 3_000;

await runCommand(USAGE, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      epochs: { type: 'string', default: `${DEFAULTS.epochs}` },
      pictures: { type: 'string', default: `${DEFAULTS.pictures}` },
      seed: { type: 'string', default: `${DEFAULTS.seed}` },
      resume: { type: 'boolean', default: false },
      backend: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) process.stdout.write(HELP);
  else {
    await trainSegmentation({
      epochs: wholeNumber('epochs', values.epochs, 1, 1000),
      pictures: wholeNumber('pictures', values.pictures, 1000, 1_000_000),
      seed: wholeNumber('seed', values.seed, 0, 2 ** 24),
      resume: values.resume,
      backend: backendName(values.backend),
    });
  }
  return 0;
});

interface Options {
  readonly epochs: number;
  readonly pictures: number;
  readonly seed: number;
  readonly resume: boolean;
  readonly backend: BackendName | undefined;
}

async function trainSegmentation(options: Options): Promise<void> {
  const { epochs, pictures, seed, resume } = options;
  const signal = stopSignal();
  const { tf, name, versions } = await openBackend(options.backend);
  const checkpoint = new Checkpoint<SegmentationState>(
    join(CHECKPOINTS, `segmentation-${seed}.bin`),
    {
      ...{ epochs, pictures, seed, learningRate: LEARNING_RATE, weightDecay: WEIGHT_DECAY },
      ...{ generator: GENERATOR_VERSION, backend: name, ...versions },
    },
  );
  const from = resume ? checkpoint.load() : undefined;
  const digits = await loadMnist('train');
  const kept = TRAINING_COUNT - VALIDATION;
  const training = openSegmentationRounds({
    ...{ digits: sliceDigits(digits, 0, kept), count: pictures, rounds: epochs, signal },
  });
  const network = segmentationNetwork(tf, seed);
  const progress = showProgress<SegmentationProgress>(epochs, {
    loss: ({ loss }) => loss.toFixed(4),
  });
  try {
    await fitSegmentation(tf, network, training, {
      ...{ epochs, seed, from, signal, onStep: progress.step },
      onEpoch: (state) => {
        checkpoint.save(state);
      },
    });
  } catch (error) {
    throw sayingHowToGoOn(error, checkpoint.saved);
  } finally {
    progress.stop();
    await training.close();
  }
  const validation = openSegmentationRounds({
    ...{ digits: sliceDigits(digits, kept, TRAINING_COUNT), count: MEASURED, rounds: 1, signal },
  });
  try {
    const report = await roundAndSave(await artifactsOf(tf, network), await validation.round(0));
    process.stdout.write(report);
  } finally {
    await validation.close();
  }
}
