import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineRow, EngineStudy } from '../../training/report/engines.ts';
import { versionOf } from './engine.ts';
import { ENGINES } from './engines.ts';
import { HEAD, line } from './table.ts';
import { trialsFor, type Trials } from './trials.ts';
import { rowFor } from './verdict.ts';

/** How the engines that are installed fare. */
export interface Outcome extends Pick<EngineStudy, 'pictures' | 'rows'> {
  /** Whether there are any, and all that must give the released bits do. */
  readonly kept: boolean;
}

/**
 * Tries every engine that is installed, prints the table, and resolves to the exit code: 1 where one that
 * must give the released bits does not, or none is installed.
 *
 * @param model path of the full model; the classifier stands beside it
 */
export async function runEngines(model: string): Promise<number> {
  return (await tryEngines(model)).kept ? 0 : 1;
}

/** Tries every engine that is installed and prints a row as soon as each has answered. */
export async function tryEngines(model: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'engines-'));
  try {
    return await tryEach(await trialsFor(model, folder), folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function tryEach(trials: Trials, folder: string): Promise<Outcome> {
  const rows: EngineRow[] = [];
  const missing = new Set<string>();
  let kept = true;
  process.stdout.write(line(HEAD));
  for (const engine of ENGINES) {
    const version = await versionOf(engine);
    if (version === undefined) {
      missing.add(engine.id);
      continue;
    }
    const row = await rowFor(engine, version, trials, folder);
    process.stdout.write(line(row));
    rows.push(row);
    if (engine.promised) kept &&= row.full === 'same' && row.classifier === 'same';
  }
  if (missing.size > 0) {
    const ids = Array.from(missing).join(' ');
    process.stdout.write(`Not installed: ${ids} (see test/engines/README.md)\n`);
  }
  return { pictures: trials.pictures, rows, kept: kept && rows.length > 0 };
}
