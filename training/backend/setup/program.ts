import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** A file that what it prints is added to, once it has ended. */
  readonly log: string;
}

/**
 * Runs a program to its end.
 *
 * @throws Error with its first line about an error where it fails; the signal's reason where that aborts,
 *   once it and all that it started are stopped
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  { cwd = process.cwd(), env = {}, signal, log }: ProgramOptions,
): Promise<void> {
  signal.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that the compilers it starts can be stopped with it.
    detached: process.platform !== 'win32',
  });
  const stop = () => {
    stopGroup(child);
  };
  signal.addEventListener('abort', stop, { once: true });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    const printed = (await output).join('');
    appendFileSync(log, `$ ${[command, ...args].join(' ')}\n${printed}\n`);
    signal.throwIfAborted();
    if (code !== 0) throw new Error(errorLine(printed) ?? `${command} ended with code ${code}.`);
  } catch (error) {
    throw isMissing(error) ? new Error(`${command} is not installed`, { cause: error }) : error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  } catch (error) {
    // It has ended by itself in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** What the first line that speaks of an error says: the later ones say where, or that there was one. */
function errorLine(printed: string): string | undefined {
  return /\berror: +(.+)/i.exec(printed)?.[1] ?? printed.trimEnd().split('\n').at(-1);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn');
}
