import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { runCommand } from '../../runtime-node/cli/command.ts';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { stopSignal } from '../stop.ts';
import { nativeVersion } from './setup/check.ts';
import { fromWheel } from './setup/from-wheel.ts';
import { ownInstall } from './setup/own-install.ts';
import { removeNative, withStagedPackage } from './setup/staging.ts';
import type { Way, WayOptions } from './setup/way.ts';

const WAYS: readonly Way[] = [ownInstall, fromWheel];

/** For what the programs print that are run along the way. */
const LOG = join(PROJECT_ROOT, '.cache', 'train-setup.log');

/** Readies the native library of tfjs-node: its install script, like all others, is switched off. */
await runCommand('Usage: npm run train:setup', async () => {
  const version = await nativeVersion().catch(() => readyBy(WAYS));
  process.stdout.write(`tfjs-node ready: TensorFlow ${version}\n`);
  return 0;
});

/** @returns TensorFlow's version */
async function readyBy(ways: readonly Way[]): Promise<string> {
  const signal = stopSignal();
  mkdirSync(dirname(LOG), { recursive: true });
  writeFileSync(LOG, '');
  const failures: string[] = [];
  for (const way of ways) {
    try {
      process.stderr.write(`Trying ${way.name}.\n`);
      return await tryWay(way, { signal, log: LOG });
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`  Failed: ${reason}\n`);
      failures.push(`with ${way.name}: ${reason}`);
    }
  }
  throw new CommandError(
    `tfjs-node's native library could not be readied, ${failures.join('; nor ')}. ` +
      `The programs' output is in ${relative('.', LOG)}. "npm run train" will use wasm instead.`,
  );
}

async function tryWay({ ready }: Way, options: WayOptions): Promise<string> {
  await withStagedPackage((folder) => ready(folder, options));
  try {
    return await nativeVersion();
  } catch (cause) {
    appendFileSync(options.log, `${String(cause)}\n`);
    await removeNative();
    throw new Error('what it gave does not load', { cause });
  }
}
