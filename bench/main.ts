/**
 * Measures one part of the project.
 *
 *     npm run bench -- server
 *     npm run bench -- graph
 *     npm run bench -- preparation
 */
import { runCommand } from '../runtime-node/cli/command.ts';
import { UsageError } from '../runtime-node/cli/usage-error.ts';
import { benchGraph } from './graph.ts';
import { benchPreparation } from './preparation.ts';
import { benchServer } from './server.ts';

const BENCHES = new Map<string, () => Promise<void>>([
  ['server', benchServer],
  ['graph', benchGraph],
  ['preparation', benchPreparation],
]);

const USAGE = `Usage: npm run bench -- ${[...BENCHES.keys()].join('|')}`;

await runCommand(USAGE, async ([name = '']) => {
  const bench = BENCHES.get(name);
  if (!bench) throw new UsageError(`"${name}" cannot be measured.`);
  await bench();
  return 0;
});
