import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FULL_MODEL } from '../../core/index.ts';
import { UsageError } from '../../runtime-node/cli/usage-error.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';

export const USAGE =
  'Usage: npm run evaluate -- [--pictures DIR | --semeion FILE | --photographs [N] | --non-digits [N]] ' +
  '[--model FILE] [--mistakes DIR] [--json]';

export const HELP = `${USAGE}

Accuracy, confusion matrix, recall of each digit, calibration and the most confident mistakes, on
MNIST's 10,000 test pictures or on

  --pictures DIR     a folder of pictures named LABEL_anything.png, .jpg or .jpeg, or with a
                     folder for each digit, 0 to 9, and pictures of any name in it
  --semeion FILE     UCI's semeion.data, or the same with a label and 256 times 0 or 1 a line
  --photographs [N]  N (2000) photographed-looking pictures, made from MNIST's test pictures
  --non-digits [N]   N (2000) made pictures of no digit: how many are refused, and how many of
                     MNIST's test digits are accepted

  --model FILE       the model, instead of models/${FULL_MODEL.file}
  --mistakes DIR     writes the 20 most confident mistakes there, as pictures and on a sheet
  --json             one JSON object
                     (npm itself prints two lines first, unless called as npm run --silent)
  --help             this text

"No digit" counts as a mistake. The exit code is 0 where every picture was read, 1 where
some were left out, 2 for wrong arguments.
`;

/** What is to be read. */
export type Choice =
  | { readonly kind: 'mnist' }
  | { readonly kind: 'pictures'; readonly path: string }
  | { readonly kind: 'semeion'; readonly path: string }
  | { readonly kind: 'photographs'; readonly count: number }
  | { readonly kind: 'non-digits'; readonly count: number };

export interface EvaluateOptions {
  readonly choice: Choice;
  readonly model: string;
  readonly mistakes: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

/** Of made pictures, where no number is given. */
export const MADE_COUNT = 2000;

/** More would take hours. */
const MOST_MADE = 100_000;

/** @throws UsageError, or an error of `parseArgs` */
export function parseEvaluateOptions(args: readonly string[]): EvaluateOptions {
  const { values } = parseArgs({
    args: withDefaultCounts(args),
    options: {
      pictures: { type: 'string' },
      semeion: { type: 'string' },
      photographs: { type: 'string' },
      'non-digits': { type: 'string' },
      model: { type: 'string', default: join(MODELS_DIR, FULL_MODEL.file) },
      mistakes: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { model, mistakes, json, help } = values;
  return { choice: choiceOf(values), model, mistakes, json, help };
}

/** `parseArgs` knows no option whose value may be left out, so it is put in. */
function withDefaultCounts(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    const isCounted = arg === '--photographs' || arg === '--non-digits';
    const isGiven = /^\d/.test(args[index + 1] ?? '');
    return isCounted && !isGiven ? [arg, `${MADE_COUNT}`] : [arg];
  });
}

type Values = Readonly<Partial<Record<Exclude<Choice['kind'], 'mnist'>, string>>>;

function choiceOf(values: Values): Choice {
  const choices: Choice[] = [];
  for (const kind of ['pictures', 'semeion'] as const) {
    const path = values[kind];
    if (path !== undefined) choices.push({ kind, path });
  }
  for (const kind of ['photographs', 'non-digits'] as const) {
    const count = values[kind];
    if (count !== undefined) choices.push({ kind, count: madeCount(kind, count) });
  }
  if (choices.length > 1) {
    throw new UsageError(
      `One set at a time: ${choices.map(({ kind }) => `--${kind}`).join(' or ')}.`,
    );
  }
  return choices[0] ?? { kind: 'mnist' };
}

function madeCount(option: string, text: string): number {
  const count = /^\d+$/.test(text) ? Number(text) : NaN;
  if (count >= 1 && count <= MOST_MADE) return count;
  throw new UsageError(`--${option} takes a whole number from 1 to ${MOST_MADE}, not "${text}".`);
}
