import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineRow, Verdict } from '../../training/report/engines.ts';
import { EngineError, runModel, type Engine } from './engine.ts';
import { differences, type Trial } from './trial.ts';
import type { Trials } from './trials.ts';

/** Characters of an engine's error that the table shows. */
const MAX_NOTE = 90;

/**
 * Tries an engine with both models.
 *
 * @param folder where the trials' tensors are and the engine's outputs go
 */
export async function rowFor(
  engine: Engine,
  version: string,
  { full, classifier }: Trials,
  folder: string,
): Promise<EngineRow> {
  const [fullVerdict, fullNote] = await verdictOn(engine, full, folder);
  const [classifierVerdict, classifierNote] = await verdictOn(engine, classifier, folder);
  return {
    engine: engine.name,
    version,
    full: fullVerdict,
    classifier: classifierVerdict,
    note: [fullNote, classifierNote].filter((note) => note !== '').join('; '),
  };
}

async function verdictOn(
  engine: Engine,
  trial: Trial,
  folder: string,
): Promise<readonly [Verdict, string]> {
  const answers = join(folder, 'answers');
  try {
    await runModel(engine, trial.model, trial.tensors, answers, trial.outputs);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return ["can't load", error.message.slice(0, MAX_NOTE)];
  }
  const note = differences(trial, await readFile(answers));
  return [note === '' ? 'same' : 'differs', note];
}
