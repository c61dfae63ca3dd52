import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** A program that runs models on tensors, in the way that `python/harness.py` describes. */
export interface Engine {
  /** What `setup.sh` calls it. */
  readonly id: string;
  readonly name: string;
  /** Whether the project promises that it gives the released bits. */
  readonly promised: boolean;
  /** The program and its first arguments. */
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
}

/** An engine that could not do what it was asked; the message is the last line of words it printed. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** The longest that an engine may take, in milliseconds: onnx.reference took more than ten minutes beside other work. */
const TIMEOUT = 30 * 60_000;

/** The engine's version; undefined where it is not installed. */
export async function versionOf(engine: Engine): Promise<string | undefined> {
  try {
    return (await ask(engine, ['--version'])).trim();
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/**
 * Has an engine run a model.
 *
 * @param tensors path of the inputs
 * @param outputs path of the file that is to be written
 * @param names of the outputs that it is to hold
 * @throws EngineError where the engine can't load the model or can't run it
 */
export async function runModel(
  engine: Engine,
  model: string,
  tensors: string,
  outputs: string,
  names: readonly string[],
): Promise<void> {
  await ask(engine, [model, tensors, outputs, ...names]);
}

async function ask(
  { command: [program, ...first], environment }: Engine,
  args: readonly string[],
): Promise<string> {
  const child = spawn(program, [...first, ...args], {
    // ONNX Runtime reports usage to its maker unless told not to.
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // `timeout` would keep this process waiting for a program that isn't there.
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause) => {
      reject(new EngineError(cause.message, { cause }));
    });
    child.on('close', resolve);
  });
  const [exitCode, stdout, stderr] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ]);
  if (exitCode === 0) return stdout;
  const lines = stderr.split('\n').filter((line) => /\w/.test(line));
  throw new EngineError(
    lines.at(-1)?.replace(/^\W+/, '').trim() ?? `It ended with exit code ${exitCode}.`,
  );
}
