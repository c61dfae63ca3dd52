import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all: to a temporary file beside it, then renamed over it, so that a
 * reader sees either the old contents or the new. The folder is made where it is missing.
 *
 * Synchronous, so that no Ctrl-C handler runs between the two steps. (The usual packages do this with a
 * single `fs.write`, whose short write on a full disk they take for success.)
 */
export function writeWhole(path: string, contents: Uint8Array | string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(temporary, contents, { flush: true });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
