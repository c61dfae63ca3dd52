import type { Reader } from '../core/index.ts';
import { CommandError } from '../runtime-node/cli/command-error.ts';
import { runCommand } from '../runtime-node/cli/command.ts';
import { openGivenModel } from '../runtime-node/cli/model.ts';
import { styleFor } from '../runtime-node/cli/terminal/style.ts';
import { typedPath } from '../runtime-node/cli/typed-path.ts';
import { nonDigitSet } from './data/non-digits/index.ts';
import { Counter } from './evaluation/counter.ts';
import type { LeftOut } from './evaluation/labelled-folder.ts';
import { writeMistakes } from './evaluation/mistakes.ts';
import {
  HELP,
  parseEvaluateOptions,
  USAGE,
  type Choice,
  type EvaluateOptions,
} from './evaluation/options.ts';
import {
  folderSet,
  mnistTestSet,
  photographSet,
  semeionSet,
  type LeaveOut,
  type PictureSet,
} from './evaluation/picture-set.ts';
import { refusalJson, refusalText } from './evaluation/refusal-report.ts';
import { refusalsOf, trustIn } from './evaluation/refusals.ts';
import { evaluationJson, evaluationText } from './evaluation/report.ts';
import { score } from './evaluation/score.ts';
import { viewsOf } from './evaluation/views.ts';
import { mnistTestPictures } from './release/digests.ts';
import { pictureCount } from './report/confusion.ts';

await runCommand(USAGE, async (args) => {
  const options = parseEvaluateOptions(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const read = await openGivenModel(options.model);
  const { choice } = options;
  return choice.kind === 'non-digits'
    ? refuse(read, choice.count, options)
    : evaluate(read, await openSet(choice), options);
});

async function refuse(
  read: Reader,
  count: number,
  { model, json }: EvaluateOptions,
): Promise<number> {
  const digits = await mnistTestPictures();
  const counter = new Counter(process.stderr, digits.length + count);
  const trust = await trustIn(read, digits, (done) => {
    counter.show(done);
  });
  const mistrust = await trustIn(read, nonDigitSet(count), (done) => {
    counter.show(digits.length + done);
  });
  counter.clear();
  const refusals = refusalsOf(trust, mistrust);
  process.stdout.write(
    json ? refusalJson(model, refusals) : refusalText(model, refusals, styleFor(process.stdout)),
  );
  return 0;
}

function openSet(choice: Exclude<Choice, { readonly kind: 'non-digits' }>): Promise<PictureSet> {
  if (choice.kind === 'mnist') return mnistTestSet();
  if (choice.kind === 'photographs') return photographSet(choice.count);
  return choice.kind === 'semeion' ? semeionSet(choice.path) : folderSet(choice.path);
}

async function evaluate(
  read: Reader,
  set: PictureSet,
  { model, mistakes, json }: EvaluateOptions,
): Promise<number> {
  const { scored, leftOut } = await scoreSet(read, set);
  const evaluation = { model, pictures: set.name, score: scored, leftOut };
  if (mistakes !== undefined) writeMistakes(typedPath(mistakes), evaluation);
  process.stdout.write(
    json ? evaluationJson(evaluation) : evaluationText(evaluation, styleFor(process.stdout)),
  );
  return leftOut.length === 0 ? 0 : 1;
}

async function scoreSet(read: Reader, { name, count, pictures }: PictureSet) {
  const counter = new Counter(process.stderr, count);
  const leftOut: LeftOut[] = [];
  const leaveOut: LeaveOut = (left) => {
    leftOut.push(left);
    counter.clear();
    process.stderr.write(`${left.file}: ${left.reason}\n`);
  };
  const scored = await score(read, pictures(leaveOut), viewsOf, (done) => {
    counter.show(done + leftOut.length);
  });
  counter.clear();
  if (pictureCount(scored.confusion) === 0) {
    throw new CommandError(`${name}: None of its ${count} files could be read.`);
  }
  return { scored, leftOut };
}
