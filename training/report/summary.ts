import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { runCommand } from '../../runtime-node/cli/command.ts';
import { faultOf } from '../../runtime-node/cli/fault.ts';
import { typedPath } from '../../runtime-node/cli/typed-path.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { metricsMarkdown } from './markdown.ts';
import { METRICS_FILE, readMetrics, type Metrics } from './metrics.ts';

await runCommand('Usage: npm run --silent train:summary -- [--out DIR]', async (args) => {
  const { values } = parseArgs({
    args,
    options: { out: { type: 'string', default: MODELS_DIR } },
  });
  process.stdout.write(metricsMarkdown(await givenMetrics(join(values.out, METRICS_FILE))));
  return 0;
});

async function givenMetrics(path: string): Promise<Metrics> {
  try {
    return await readMetrics(typedPath(path));
  } catch (cause) {
    throw new CommandError(`${path}: ${faultOf(cause)} "npm run train" writes it.`, { cause });
  }
}
