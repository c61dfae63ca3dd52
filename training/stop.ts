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

/** In milliseconds. npm passes on the Ctrl-C that the terminal also sent: so soon, it is the same one. */
const SAME_CTRL_C = 500;

/** Aborts, with a StoppedError, at the first Ctrl-C (or SIGTERM); another ends the program at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const error = new StoppedError();
  let since: number | undefined;
  const stop = () => {
    since ??= performance.now();
    controller.abort(error);
    if (performance.now() - since > SAME_CTRL_C) process.exit(error.exitCode);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
