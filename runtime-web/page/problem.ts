import { element } from './element.ts';
import { FileError } from './file-error.ts';
import type { Given } from './given.ts';
import { ModelError } from './recogniser.ts';

const problem = element('problem', HTMLParagraphElement);

/** Errors that the worker throws with a message for people; between threads only the name is kept. */
const WORKER_ERRORS = ['PictureError', 'LoadError'];

/**
 * Tells an error in a sentence.
 *
 * @param given what was being read, if anything
 */
export function showProblem(error: unknown, given?: Given): void {
  const file = given?.kind === 'file' ? `${given.file.name}: ` : '';
  problem.textContent = `${file}${sentenceOf(error)}`;
}

export function hideProblem(): void {
  problem.textContent = '';
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isForPeople =
    error instanceof FileError || error instanceof ModelError || WORKER_ERRORS.includes(error.name);
  if (isForPeople) return error.message;
  return `Something went wrong that shouldn't (${error.message}). Reload the page to try again.`;
}
