import { relative } from 'node:path';
import { runCommand } from '../runtime-node/cli/command.ts';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import { typedPath } from '../runtime-node/cli/typed-path.ts';
import { openBackend } from './backend/index.ts';
import { loadPreparedMnist } from './data/prepared-mnist.ts';
import { HELP, parseTrainOptions, USAGE, type TrainOptions } from './options.ts';
import { trainingProgress } from './progress.ts';
import { writeModelCard } from './release/card.ts';
import { writeRelease } from './release/release.ts';
import type { Metrics } from './report/metrics.ts';
import { confusionTable } from './report/table.ts';
import { stopSignal } from './stop.ts';
import { train } from './train.ts';

await runCommand(USAGE, async (args) => {
  const options = parseTrainOptions(args);
  if (options.help) process.stdout.write(HELP);
  else await trainAndRelease(options);
  return 0;
});

async function trainAndRelease(options: TrainOptions): Promise<void> {
  const signal = stopSignal();
  const out = typedPath(options.out);
  const backend = await openBackend(options.backend);
  const mnist = await loadPreparedMnist(signal);
  const progress = trainingProgress(options.epochs);
  const { network, metrics } = await train(backend, mnist, {
    ...options,
    signal,
    onStep: progress.step,
  }).finally(progress.stop);
  const released = await writeRelease(out, network, metrics, signal);
  const files = [...released, await writeModelCard(out)];
  process.stdout.write(`\n${summary(metrics)}\n`);
  process.stdout.write(`Written to ${relative('.', out) || '.'}: ${files.join(', ')}\n`);
}

function summary({ accuracy, testConfusion }: Metrics): string {
  const share = (value: number | null) => (value === null ? '-' : percent(value, 2));
  return [
    `Training accuracy    ${share(accuracy.train)}`,
    ...(accuracy.validation === null ? [] : [`Validation accuracy  ${share(accuracy.validation)}`]),
    `Test accuracy        ${share(accuracy.test)}`,
    '',
    confusionTable(testConfusion),
  ].join('\n');
}
