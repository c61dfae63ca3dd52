import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { FULL_MODEL, type Release, type ReleaseDigests } from '../../core/index.ts';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { runCommand } from '../../runtime-node/cli/command.ts';
import { openGivenModel } from '../../runtime-node/cli/model.ts';
import { readRelease } from '../../runtime-node/sidecar.ts';
import { Counter } from '../../training/evaluation/counter.ts';
import { mnistTestPictures } from '../../training/release/digests.ts';
import { tryEngines } from './engines.ts';
import { HELP, parseVerifyOptions, USAGE, type VerifyOptions } from './options.ts';
import { verdictOn, type Proof } from './proof.ts';
import { RUNTIMES, type RuntimeName } from './runtimes/index.ts';
import { classifierBeside, MissingRuntimeError, type Job } from './runtimes/runtime.ts';
import { rowOf, rowOfFile, SAME, tableText, type Row } from './table.ts';

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
  // A model that can't be opened gets its sentence.
  await openGivenModel(model);
  const { sha256, digests } = await releasedWith(model);
  const given = await jobFor(model);
  const proofs: Row[] = [];
  const missing: string[] = [];
  for (const name of runtimes) {
    try {
      proofs.push(...rowsOf(name, await proveCounting(name, given), digests));
    } catch (error) {
      if (!(error instanceof MissingRuntimeError)) throw error;
      missing.push(`${name} could not be tried. ${error.message}\n`);
    }
  }
  const rows = [fileRow(given.full, sha256), ...proofs];
  const isSame = rows.every(({ verdict }) => verdict === SAME);
  process.stdout.write(`${tableText(rows)}${missing.join('')}`);
  if (proofs.length === 0) return 1;
  process.stdout.write(isSame ? 'These are the released bits.\n' : 'NOT the released bits.\n');
  return isSame ? 0 : 1;
}

/**
 * Most flipped bits of a weight change an answer, but not all: rounding hides the smallest. The file's own
 * sum shows them all.
 */
function fileRow(model: Uint8Array, released: string): Row {
  const sum = createHash('sha256').update(model).digest('hex');
  return rowOfFile(FULL_MODEL.file, sum, sum === released);
}

async function releasedWith(model: string): Promise<Release> {
  try {
    return await readRelease(model);
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
