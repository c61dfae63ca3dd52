import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('native-version.js', import.meta.url));

/**
 * Loads tfjs-node's native library in a process of its own: one that doesn't fit can end it.
 *
 * @returns TensorFlow's version
 * @throws Error where the library is missing or doesn't work
 */
export async function nativeVersion(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM]);
  return stdout.trim();
}
