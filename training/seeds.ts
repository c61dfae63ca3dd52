import { join } from 'node:path';
import { runCommand } from '../runtime-node/cli/command.ts';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import { MODELS_DIR } from '../runtime-node/paths.ts';
import { openBackend } from './backend/index.ts';
import { loadPreparedMnist } from './data/prepared-mnist.ts';
import { writeWhole } from './files.ts';
import { parseTrainOptions } from './options.ts';
import { trainingProgress } from './progress.ts';
import { writeModelCard } from './release/card.ts';
import { seedStudyOf, SEEDS_FILE, type SeedResult } from './report/seed-study.ts';
import { stopSignal } from './stop.ts';
import { train } from './train.ts';

const USAGE = 'Usage: npm run train:seeds -- [--epochs N] [--batch N] [--backend native|wasm]';

/** Enough to see the spread, few enough to wait for. */
const SEEDS = [1, 2, 3, 4, 5];

/** Trains the released network from several seeds and writes how much its accuracy varies. */
await runCommand(USAGE, async (args) => {
  const options = parseTrainOptions(args);
  const signal = stopSignal();
  const backend = await openBackend(options.backend);
  const mnist = await loadPreparedMnist(signal);
  const results: SeedResult[] = [];
  for (const seed of SEEDS) {
    const progress = trainingProgress(options.epochs);
    const settings = { ...options, seed, signal, onStep: progress.step };
    const { metrics } = await train(backend, mnist, settings).finally(progress.stop);
    const { accuracy, exact } = metrics;
    const result = {
      seed,
      train: accuracy.train,
      test: accuracy.test ?? NaN,
      floatTest: exact.floatAccuracy.test,
    };
    results.push(result);
    process.stdout.write(
      `Seed ${seed}: training ${percent(result.train, 2)}, test ${percent(result.test, 2)}, ` +
        `in floats ${percent(result.floatTest, 2)}\n`,
    );
  }
  const study = seedStudyOf({ epochs: options.epochs, batch: options.batch }, results);
  writeWhole(join(MODELS_DIR, SEEDS_FILE), `${JSON.stringify(study, null, 2)}\n`);
  await writeModelCard(MODELS_DIR);
  const { test } = study;
  process.stdout.write(
    `Test accuracy: mean ${percent(test.mean, 2)}, ${percent(test.lowest, 2)} to ${percent(test.highest, 2)}\n`,
  );
  return 0;
});
