import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../runtime-node/cli/command.ts';
import { openGivenModel } from '../runtime-node/cli/model.ts';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import { typedPath } from '../runtime-node/cli/typed-path.ts';
import { MODELS_DIR } from '../runtime-node/paths.ts';
import { measureModel, type Measured } from './evaluation/evidence/measure.ts';
import { outsideSets, type OutsideSet } from './evaluation/evidence/outside.ts';
import { partProgress } from './evaluation/evidence/part-progress.ts';
import { MISTAKES_FILE, mistakesSheet } from './evaluation/mistakes.ts';
import { writeWhole } from './files.ts';
import { writeModelCard } from './release/card.ts';
import type { ReleaseNames } from './release/names.ts';
import { releasesIn } from './release/releases-in.ts';
import {
  EVIDENCE_FILE,
  evidenceText,
  readEvidence,
  sha256OfFile,
  type ModelEvidence,
} from './report/evidence.ts';
import { readMetrics } from './report/metrics.ts';
import { ROBUSTNESS_FILE, robustnessSvg } from './report/svg/robustness-svg.ts';
import { stopSignal } from './stop.ts';

const USAGE = 'Usage: npm run train:evidence -- [--out DIR] [--semeion FILE] [--cells DIR]';

const HELP = `${USAGE}

Measures the released models in a folder, writes ${EVIDENCE_FILE} and its pictures there, and the model
card anew. Everything is measured before the first file is written.

  --out DIR       the folder (models)
  --semeion FILE  measures UCI's semeion.data too
  --cells DIR     measures pictures named LABEL_anything.png too, cut from sudoku_dataset
  --help          this text

What was measured of the same models on --semeion and --cells before is kept where they are not given.
`;

await runCommand(USAGE, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: MODELS_DIR },
      semeion: { type: 'string' },
      cells: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) process.stdout.write(HELP);
  else await measureAndWrite(typedPath(values.out), outsideSets(values));
  return 0;
});

async function measureAndWrite(folder: string, outside: readonly OutsideSet[]): Promise<void> {
  const signal = stopSignal();
  const before = await readEvidence(folder);
  const models: ModelEvidence[] = [];
  const sheets: string[] = [];
  for (const model of releasesIn(folder)) {
    const measured = await measure(folder, model, outside, signal);
    const known = before.models.find(({ file }) => file === model.full)?.outside ?? [];
    models.push(await evidenceOf(folder, model, measured, known));
    sheets.push(mistakesSheet(measured.score.misreadings, 'the MNIST test pictures'));
  }
  const files = {
    [EVIDENCE_FILE]: evidenceText({ models }),
    [ROBUSTNESS_FILE]: robustnessSvg(models),
    // Of the network that runtimes read.
    [MISTAKES_FILE]: sheets[0] ?? '',
  };
  for (const [name, contents] of Object.entries(files)) writeWhole(join(folder, name), contents);
  const names = [...Object.keys(files), await writeModelCard(folder)];
  process.stdout.write(`Written to ${relative('.', folder) || '.'}: ${names.join(', ')}\n`);
}

async function measure(
  folder: string,
  { full }: ReleaseNames,
  outside: readonly OutsideSet[],
  signal: AbortSignal,
): Promise<Measured> {
  const read = await openGivenModel(join(folder, full));
  const progress = partProgress(full);
  const measured = await measureModel(read, outside, (part, done, total) => {
    signal.throwIfAborted();
    progress.show(part, done, total);
  }).finally(progress.clear);
  process.stdout.write(`${summary(full, measured)}\n`);
  return measured;
}

async function evidenceOf(
  folder: string,
  { full, metrics }: ReleaseNames,
  { evidence }: Measured,
  known: ModelEvidence['outside'],
): Promise<ModelEvidence> {
  const { network } = await readMetrics(join(folder, metrics));
  const sha256 = (await sha256OfFile(join(folder, full))) ?? '';
  const isNew = ({ set }: { readonly set: string }) =>
    !evidence.outside.some((figures) => figures.set === set);
  const outside = [...evidence.outside, ...known.filter(isNew)];
  return { file: full, sha256, network, ...evidence, outside };
}

function summary(file: string, { evidence }: Measured): string {
  const { mnistTest, photographs, refusals, outside } = evidence;
  const { digits, nonDigits, compared } = refusals;
  const sets = [
    { set: 'MNIST test', ...mnistTest },
    { set: 'photographs', ...photographs },
  ];
  return [
    `${file}:`,
    ...[...sets, ...outside].map(
      ({ set, accuracy, right, count }) =>
        `  ${set}: ${percent(accuracy, 2)}, ${right} of ${count}`,
    ),
    `  calibration error on MNIST test: ${percent(mnistTest.calibrationError ?? NaN, 2)}`,
    `  accepted digits: ${percent(digits.accepted / digits.count, 2)}, ` +
      `refused non-digits: ${percent(nonDigits.refused / nonDigits.count, 2)}; ` +
      `at ${percent(compared.accepted, 2)} accepted: ${percent(compared.refused, 2)}`,
  ].join('\n');
}
