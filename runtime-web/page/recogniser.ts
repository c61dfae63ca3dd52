import { proxy, wrap } from 'comlink';
import type { Progress } from '../worker/model.ts';
import type { OnRead, Reading, Recogniser } from '../worker/recogniser.ts';
import type { Given } from './given.ts';

/** The model can't run here, or not now. The message is a sentence for the page. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** What the worker does, once it has the model. */
export interface Recognition {
  readonly recognise: (given: Given) => Promise<Reading>;
  readonly check: (onRead: OnRead) => Promise<boolean>;
}

/**
 * Starts the worker that reads.
 *
 * @throws ModelError
 */
export async function startRecogniser(onProgress: Progress): Promise<Recognition> {
  if (!('WebAssembly' in globalThis)) {
    throw new ModelError('This browser has no WebAssembly, which the model needs.');
  }
  const worker = new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' });
  const recogniser = wrap<Recogniser>(worker);
  try {
    await Promise.race([recogniser.open(proxy(onProgress)), failureOf(worker)]);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ModelError(`The model can't run: ${why} Reload the page to try again.`, { cause });
  }
  return {
    recognise: (given) =>
      given.kind === 'file'
        ? recogniser.readFile(given.file)
        : recogniser.readPicture(given.picture),
    check: (onRead) => recogniser.check(proxy(onRead)),
  };
}

/** Rejects where the worker's script can't be loaded or run: then it never answers. */
function failureOf(worker: Worker): Promise<never> {
  return new Promise((_resolve, reject) => {
    worker.addEventListener('error', ({ message }) => {
      // A script that can't be loaded fails without a message.
      reject(new Error(message || 'its script could not be loaded.'));
    });
  });
}
