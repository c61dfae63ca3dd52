import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand } from '../runtime-node/cli/command.ts';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import { typedPath } from '../runtime-node/cli/typed-path.ts';
import { HELP, parseTrainOptions, USAGE, type TrainOptions } from './options.ts';
import { writeModelCard } from './release/card.ts';
import { writeRelease } from './release/release.ts';
import type { WidthTrial } from './exact/choose.ts';
import { METRICS_FILE, type ExactMetrics, type Metrics } from './report/metrics.ts';
import { confusionTable } from './report/table.ts';
import { TrainingSession } from './session.ts';
import { stopSignal } from './stop.ts';

await runCommand(USAGE, async (args) => {
  const options = parseTrainOptions(args);
  if (options.help) process.stdout.write(HELP);
  else await trainAndRelease(options);
  return 0;
});

async function trainAndRelease(options: TrainOptions): Promise<void> {
  const signal = stopSignal();
  const out = typedPath(options.out);
  const session = await TrainingSession.open(options, signal);
  const { classifier, metrics } = await session.train(options.seed).finally(() => session.close());
  const network = options.network.name;
  const released = await writeRelease(out, { network, classifier, metrics }, signal);
  // The card is of the network that runtimes read.
  const hasMetrics = existsSync(join(out, METRICS_FILE));
  const files = [...released, ...(hasMetrics ? [await writeModelCard(out)] : [])];
  process.stdout.write(`\n${summary(metrics)}\n`);
  process.stdout.write(`Written to ${relative('.', out) || '.'}: ${files.join(', ')}\n`);
}

function summary(metrics: Metrics): string {
  const { accuracy, exact, testConfusion } = metrics;
  return [
    exactText(exact, accuracy.test),
    `Training accuracy    ${share(accuracy.train)}`,
    `Validation accuracy  ${share(accuracy.validation)}`,
    `Test accuracy        ${share(accuracy.test)}`,
    '',
    confusionTable(testConfusion),
  ].join('\n');
}

/** What rounding to whole numbers did. */
function exactText(exact: ExactMetrics, test: number | null): string {
  const { bits, trials, floatAccuracy, temperature, calibrationError } = exact;
  const trialText = (trial: WidthTrial) =>
    trial.accuracy === null
      ? `  ${trial.bits} bits: sums could leave the exact range`
      : `  ${trial.bits} bits: validation accuracy ${share(trial.accuracy)}, loss ${trial.loss.toFixed(5)}, ` +
        `${share(trial.share)} of the exact range used${trial.bits === bits ? '  <- chosen' : ''}`;
  const lost = (floatAccuracy.test - (test ?? NaN)) * 100;
  return [
    'Weights as whole numbers:',
    ...trials.map(trialText),
    `Lost to rounding: ${lost.toFixed(2)} points on the test set, from ${share(floatAccuracy.test)}`,
    `Expected calibration error on the test set: ${share(calibrationError.before)} before, ` +
      `${share(calibrationError.after)} with a temperature of ${temperature.toFixed(3)}`,
    '',
  ].join('\n');
}

function share(value: number | null): string {
  return value === null ? '-' : percent(value, 2);
}
