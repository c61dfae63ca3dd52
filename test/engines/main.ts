/**
 * Tries the released model in every engine that is installed.
 *
 *     node dist/test/engines/main.js [--write]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FULL_MODEL } from '../../core/index.ts';
import { runCommand } from '../../runtime-node/cli/command.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { writeWhole } from '../../training/files.ts';
import { writeModelCard } from '../../training/release/card.ts';
import { ENGINES_FILE, modelSums, type EngineStudy } from '../../training/report/engines.ts';
import { tryEngines } from './run.ts';

await runCommand('Usage: npm run engines -- [--write]', async (args) => {
  const { values } = parseArgs({ args, options: { write: { type: 'boolean', default: false } } });
  const models = await modelSums(MODELS_DIR);
  const { kept, ...outcome } = await tryEngines(join(MODELS_DIR, FULL_MODEL.file));
  if (values.write) await writeStudy({ models, ...outcome });
  return kept ? 0 : 1;
});

async function writeStudy(study: EngineStudy): Promise<void> {
  writeWhole(join(MODELS_DIR, ENGINES_FILE), `${JSON.stringify(study, null, 2)}\n`);
  await writeModelCard(MODELS_DIR);
}
