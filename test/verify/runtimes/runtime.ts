import { dirname, join } from 'node:path';
import { CLASSIFIER_MODEL } from '../../../core/index.ts';
import type { Reading } from '../read-sets.ts';
import type { Proof } from '../proof.ts';

/** What a runtime is given to prove itself. */
export interface Job extends Reading {
  /** Path of the full model. */
  readonly path: string;
}

/** Path of the classifier that belongs to a full model. */
export function classifierBeside(path: string): string {
  return join(dirname(path), CLASSIFIER_MODEL.file);
}

/** Rejects with a MissingRuntimeError where the runtime can't be tried here. */
export type Prove = (job: Job) => Promise<Proof>;

/** A runtime that is not here. The message is a sentence. */
export class MissingRuntimeError extends Error {
  override readonly name = 'MissingRuntimeError';
}
