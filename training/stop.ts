import { setMaxListeners } from 'node:events';
import { CommandError } from '../runtime-node/cli/command-error.ts';

/** A training that was stopped; 130 is what a shell expects of a program ended by Ctrl-C. */
export class StoppedError extends CommandError {
  override readonly exitCode = 130;

  constructor(message = 'Stopped. Nothing was written.') {
    super(message);
  }
}

/** The error of a training: where it was stopped but keeps how far it is, one that says how to go on. */
export function sayingHowToGoOn(error: unknown, isKept: boolean): unknown {
  return error instanceof StoppedError && isKept
    ? new StoppedError('Stopped. The same command with --resume goes on after the last epoch.')
    : error;
}

/** Aborts, with a StoppedError, at the first Ctrl-C (or SIGTERM); the second ends the program at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort(new StoppedError());
    });
  }
  // Every picture that waits to be rendered listens.
  setMaxListeners(0, controller.signal);
  return controller.signal;
}
