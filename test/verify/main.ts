import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ReleaseDigests } from '../../core/index.ts';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { runCommand } from '../../runtime-node/cli/command.ts';
import { openGivenModel } from '../../runtime-node/cli/model.ts';
import { readReleaseDigests } from '../../runtime-node/sidecar.ts';
import { Counter } from '../../training/evaluation/counter.ts';
import { mnistTestPictures } from '../../training/release/digests.ts';
import { tryEngines } from './engines.ts';
import { HELP, parseVerifyOptions, USAGE, type VerifyOptions } from './options.ts';
import { verdictOn, type Proof } from './proof.ts';
import { RUNTIMES, type RuntimeName } from './runtimes/index.ts';
import { classifierBeside, MissingRuntimeError, type Job } from './runtimes/runtime.ts';
import { rowOf, tableText, type Row } from './table.ts';

await runCommand(USAGE, async (args) => {
  const options = parseVerifyOptions(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  return verify(options);
});

/** Resolves to the exit code. */
async function verify({ runtimes, engines, model }: VerifyOptions): Promise<number> {
  const proven = runtimes.length === 0 ? 0 : await verifyRuntimes(runtimes, model);
  return engines ? Math.max(proven, await tryEngines(model)) : proven;
}

async function verifyRuntimes(runtimes: readonly RuntimeName[], model: string): Promise<number> {
  // The sentence about a model that can't be opened.
  await openGivenModel(model);
  const released = await releasedWith(model);
  const given = await jobFor(model);
  const rows: Row[] = [];
  const missing: string[] = [];
  for (const name of runtimes) {
    try {
      rows.push(...rowsOf(name, await proveCounting(name, given), released));
    } catch (error) {
      if (!(error instanceof MissingRuntimeError)) throw error;
      missing.push(`${name} could not be tried. ${error.message}\n`);
    }
  }
  const differs = rows.some(({ verdict }) => verdict !== 'same');
  const sentence = differs
    ? 'NOT the released bits.\n'
    : rows.length > 0
      ? 'These are the released bits.\n'
      : '';
  process.stdout.write(`${rows.length > 0 ? tableText(rows) : ''}${missing.join('')}${sentence}`);
  return differs || rows.length === 0 ? 1 : 0;
}

async function releasedWith(model: string): Promise<ReleaseDigests> {
  try {
    return await readReleaseDigests(model);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`${model} can't be compared with what was released: ${why}`, { cause });
  }
}

async function jobFor(path: string): Promise<Omit<Job, 'onRead'>> {
  const classifier = classifierBeside(path);
  return {
    path,
    full: await readFile(path),
    classifier: existsSync(classifier) ? await readFile(classifier) : undefined,
    mnist: await mnistTestPictures(),
  };
}

async function proveCounting(name: RuntimeName, given: Omit<Job, 'onRead'>): Promise<Proof> {
  let counter: Counter | undefined;
  const onRead = (count: number, total: number) => {
    counter ??= new Counter(process.stderr, total, `${name}: `);
    counter.show(count);
  };
  try {
    return await RUNTIMES[name]({ ...given, onRead });
  } finally {
    counter?.clear();
  }
}

function rowsOf(name: RuntimeName, proof: Proof, released: ReleaseDigests): Row[] {
  return proof.sets.map((set) => rowOf(name, proof, set, verdictOn(set, released)));
}
