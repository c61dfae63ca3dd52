import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../runtime-node/cli/command.ts';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import { typedPath } from '../runtime-node/cli/typed-path.ts';
import { writeWhole } from './files.ts';
import { parseTrainOptions } from './options.ts';
import { writeModelCard } from './release/card.ts';
import { RELEASE_NAMES } from './release/names.ts';
import { METRICS_FILE, type Metrics } from './report/metrics.ts';
import { seedStudyOf, type SeedResult } from './report/seed-study.ts';
import { TrainingSession } from './session.ts';
import { stopSignal } from './stop.ts';

const USAGE =
  'Usage: npm run train:seeds -- [--network cnn|mlp] [--epochs N] [--batch N] [--resume] ' +
  '[--backend native|wasm] [--out DIR]';

/** Enough to see the spread, few enough to wait for. */
const SEEDS = [1, 2, 3];

/**
 * Trains the released network from several seeds and writes how much its accuracy varies. With `--resume`,
 * seeds that `npm run train` has finished with the same options are only measured again.
 */
await runCommand(USAGE, async (args) => {
  const options = parseTrainOptions(args);
  const out = typedPath(options.out);
  const session = await TrainingSession.open(options, stopSignal());
  const results: SeedResult[] = [];
  try {
    for (const seed of SEEDS) {
      const result = seedResult(seed, (await session.train(seed)).metrics);
      results.push(result);
      process.stdout.write(
        `Seed ${seed}: training ${percent(result.train, 2)}, test ${percent(result.test, 2)}, ` +
          `in floats ${percent(result.floatTest, 2)}\n`,
      );
    }
  } finally {
    await session.close();
  }
  const study = seedStudyOf({ epochs: options.epochs, batch: options.batch }, results);
  const { seeds } = RELEASE_NAMES[options.network.name];
  writeWhole(join(out, seeds), `${JSON.stringify(study, null, 2)}\n`);
  if (existsSync(join(out, METRICS_FILE))) await writeModelCard(out);
  const { test } = study;
  process.stdout.write(
    `Test accuracy: mean ${percent(test.mean, 2)}, ${percent(test.lowest, 2)} to ${percent(test.highest, 2)}\n`,
  );
  return 0;
});

function seedResult(seed: number, { accuracy, exact }: Metrics): SeedResult {
  return {
    seed,
    train: accuracy.train,
    test: accuracy.test ?? NaN,
    floatTest: exact.floatAccuracy.test,
  };
}
