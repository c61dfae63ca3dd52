import { CommandError } from './command-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a command and sets the exit code: what `main` resolves to; 2 where the command was typed wrongly
 * (UsageError, or an error of `parseArgs`); 1 for other errors, which keep their stack unless they are
 * CommandErrors.
 *
 * @param usage one line
 * @param main gets the arguments after the program's name
 */
export async function runCommand(
  usage: string,
  main: (args: string[]) => Promise<number>,
): Promise<void> {
  stopWhenNobodyReads();
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const known = isParseArgsError(error) ? new UsageError(error.message, { cause: error }) : error;
    if (!(known instanceof CommandError)) throw error;
    process.exitCode = known.exitCode;
    process.stderr.write(`${known.message}\n${known instanceof UsageError ? `${usage}\n` : ''}`);
  }
}

/** `| head` closes the pipe once it has enough: that is no error. */
function stopWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

function isParseArgsError(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS_');
}
