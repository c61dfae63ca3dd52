import { CommandError } from './command-error.ts';

/** The command was typed wrongly; its usage is shown with the message. */
export class UsageError extends CommandError {
  override readonly exitCode = 2;
}
