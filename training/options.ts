import { parseArgs } from 'node:util';
import { UsageError } from '../runtime-node/cli/usage-error.ts';
import { MODELS_DIR } from '../runtime-node/paths.ts';
import type { BackendName } from './backend/index.ts';
import { TRAINING_COUNT } from './data/mnist.ts';
import { networkNamed, NETWORKS, type NetworkRecipe } from './networks/index.ts';

export const USAGE =
  'Usage: npm run train -- [--network cnn|mlp] [--epochs N] [--seed N] [--batch N] [--pictures N] ' +
  '[--validation N] [--resume] [--backend native|wasm] [--out DIR]';

const { cnn, mlp } = NETWORKS;

export const HELP = `${USAGE}

Trains a network on MNIST and writes the models, their metrics and their model card.

  --network NAME  cnn (convolutional) or mlp (dense layers alone); cnn
  --epochs N      how often each picture is seen (cnn ${cnn.epochs}, mlp ${mlp.epochs})
  --seed N        of the first weights and of the order of the pictures (1)
  --batch N       pictures a step (cnn ${cnn.batch}, mlp ${mlp.batch})
  --pictures N    MNIST's training pictures to train on, the first ones; all but those for validation
  --validation N  training pictures, the last ones, kept from training to choose by (10000)
  --resume        go on from the last epoch that a training with the same options finished
  --backend NAME  native (tfjs-node, after "npm run train:setup") or wasm; native where it is ready
  --out DIR       where to write (models)
`;

export interface TrainOptions {
  readonly network: NetworkRecipe;
  readonly epochs: number;
  readonly seed: number;
  readonly batch: number;
  readonly pictures: number;
  readonly validation: number;
  readonly resume: boolean;
  readonly backend: BackendName | undefined;
  readonly out: string;
  readonly help: boolean;
}

/** @throws UsageError, or an error of `parseArgs` */
export function parseTrainOptions(args: string[]): TrainOptions {
  const { values } = parseArgs({
    args,
    options: {
      network: { type: 'string', default: 'cnn' },
      epochs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      batch: { type: 'string' },
      pictures: { type: 'string' },
      validation: { type: 'string', default: '10000' },
      resume: { type: 'boolean', default: false },
      backend: { type: 'string' },
      out: { type: 'string', default: MODELS_DIR },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const network = recipeNamed(values.network);
  const validation = wholeNumber('validation', values.validation, 100, TRAINING_COUNT / 2);
  const rest = TRAINING_COUNT - validation;
  return {
    network,
    epochs: wholeNumber('epochs', values.epochs ?? `${network.epochs}`, 1, 10_000),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 24),
    batch: wholeNumber('batch', values.batch ?? `${network.batch}`, 1, TRAINING_COUNT),
    pictures: wholeNumber('pictures', values.pictures ?? `${rest}`, 100, rest),
    validation,
    resume: values.resume,
    backend: backendName(values.backend),
    out: values.out,
    help: values.help,
  };
}

/** @throws UsageError where the text of an option is no whole number within the bounds */
export function wholeNumber(option: string, text: string, low: number, high: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= low && number <= high) return number;
  throw new UsageError(`--${option} takes a whole number from ${low} to ${high}, not "${text}".`);
}

function recipeNamed(text: string): NetworkRecipe {
  const network = networkNamed(text);
  if (network) return network;
  throw new UsageError(`--network takes cnn or mlp, not "${text}".`);
}

/** @throws UsageError */
export function backendName(text: string | undefined): BackendName | undefined {
  if (text === undefined || text === 'native' || text === 'wasm') return text;
  throw new UsageError(`--backend takes native or wasm, not "${text}".`);
}
