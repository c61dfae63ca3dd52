import { parseArgs } from 'node:util';
import { UsageError } from '../runtime-node/cli/usage-error.ts';
import { MODELS_DIR } from '../runtime-node/paths.ts';
import { TRAINING_COUNT } from './data/mnist.ts';

export const USAGE =
  'Usage: npm run train -- [--epochs N] [--seed N] [--batch N] [--validation N] [--backend native|wasm] [--out DIR]';

export const HELP = `${USAGE}

Trains the network on MNIST and writes the models, their metrics and their model card.

  --epochs N      how often each picture is seen (10)
  --seed N        of the first weights and of the order of the pictures (1)
  --batch N       pictures a step (64)
  --validation N  training pictures, the last ones, kept from training to choose by (10000)
  --backend NAME  native (tfjs-node, after "npm run train:setup") or wasm; native where it is ready
  --out DIR       where to write (models)
`;

export interface TrainOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly batch: number;
  readonly validation: number;
  readonly backend: 'native' | 'wasm' | undefined;
  readonly out: string;
  readonly help: boolean;
}

/** @throws UsageError, or an error of `parseArgs` */
export function parseTrainOptions(args: string[]): TrainOptions {
  const { values } = parseArgs({
    args,
    options: {
      epochs: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      batch: { type: 'string', default: '64' },
      validation: { type: 'string', default: '10000' },
      backend: { type: 'string' },
      out: { type: 'string', default: MODELS_DIR },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return {
    epochs: wholeNumber('epochs', values.epochs, 1, 10_000),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 24),
    batch: wholeNumber('batch', values.batch, 1, TRAINING_COUNT),
    validation: wholeNumber('validation', values.validation, 100, TRAINING_COUNT / 2),
    backend: backendName(values.backend),
    out: values.out,
    help: values.help,
  };
}

function wholeNumber(option: string, text: string, low: number, high: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= low && number <= high) return number;
  throw new UsageError(`--${option} takes a whole number from ${low} to ${high}, not "${text}".`);
}

function backendName(text: string | undefined): TrainOptions['backend'] {
  if (text === undefined || text === 'native' || text === 'wasm') return text;
  throw new UsageError(`--backend takes native or wasm, not "${text}".`);
}
