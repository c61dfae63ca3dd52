import { existsSync } from 'node:fs';
import { CommandError } from '../../runtime-node/cli/command-error.ts';

/** What `test/engines/run.ts` exports. */
interface EnginesModule {
  /** Tries every engine that is here, prints the table, and resolves to the exit code. */
  readonly runEngines: (model: string) => Promise<number>;
}

const ENGINES = new URL('../engines/run.js', import.meta.url);

/** @param model path of the full model; the classifier stands beside it */
export async function tryEngines(model: string): Promise<number> {
  if (!existsSync(ENGINES)) throw new CommandError('test/engines/run.ts is not there.');
  const { runEngines } = (await import(ENGINES.href)) as EnginesModule;
  return runEngines(model);
}
