import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';

/** How often a folder is looked at, in ms. */
const INTERVAL = 1000;

/** For how long a folder may stand still before its download counts as hung, in ms: compiling takes 10 s, on slow machines more. */
const PATIENCE = 120_000;

/** The same before the first byte, in ms, where the program itself would wait for ever. */
export const FIRST_BYTE_PATIENCE = 20_000;

const MEGABYTE = 1e6;

/**
 * Shows on stderr how much has come into a folder while `work` runs: programs that download show their
 * own progress in a terminal only, or not at all.
 *
 * @param work is given a signal that aborts with `signal`, and where nothing has come for too long
 * @param patience with a folder that nothing has come into yet, in ms
 */
export async function whileGrowing(
  folder: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
  patience = PATIENCE,
): Promise<void> {
  const hung = new AbortController();
  const bar = new SingleBar({
    format: '  {megabytes} MB',
    noTTYOutput: true,
    notTTYSchedule: 5000,
    gracefulExit: false,
  });
  const before = sizeOf(folder);
  let [come, stoodStillFor] = [0, 0];
  const timer = setInterval(() => {
    const now = sizeOf(folder) - before;
    stoodStillFor = now === come ? stoodStillFor + INTERVAL : 0;
    come = now;
    show(bar, Math.round(come / MEGABYTE));
    const limit = come === 0 ? patience : PATIENCE;
    if (stoodStillFor >= limit) hung.abort(new Error(`nothing came for ${limit / 1000} s`));
  }, INTERVAL);
  try {
    await work(AbortSignal.any([signal, hung.signal]));
  } finally {
    clearInterval(timer);
    if (bar.isActive) bar.stop();
  }
}

function show(bar: SingleBar, megabytes: number): void {
  if (bar.isActive) bar.update({ megabytes });
  else if (megabytes > 0) bar.start(0, 0, { megabytes });
}

/** Bytes of the files in a folder and its folders. */
function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.reduce((sum, entry) => {
    // A file can be renamed or deleted between the two looks.
    const status = lstatSync(join(folder, entry), { throwIfNoEntry: false });
    return sum + (status?.isFile() ? status.size : 0);
  }, 0);
}
