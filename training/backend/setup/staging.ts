import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where the package lies that `import '@tensorflow/tfjs-node'` finds. */
export const PACKAGE = dirname(
  createRequire(import.meta.url).resolve('@tensorflow/tfjs-node/package.json'),
);

/** The library and the addon, in the order in which they are put in place: without the addon the other is not used. */
const NATIVE = ['deps', 'lib'] as const;

/** Of an earlier attempt to build in place. */
const LEFTOVERS = /^(?:build(?:-tmp.*)?|deps|lib)$/;

/**
 * Lets `make` work on a copy of tfjs-node and moves what it made in place when it has succeeded; after an
 * error nothing of it is left.
 *
 * @param make is given the copy's folder, from where the package's dependencies are found like from its own
 */
export async function withStagedPackage(make: (folder: string) => Promise<void>): Promise<void> {
  const modules = join(PACKAGE, '..', '..');
  const folder = await mkdtemp(join(modules, '.tfjs-node-'));
  try {
    await cp(PACKAGE, folder, { recursive: true, filter: isPackaged });
    await make(folder);
    await removeNative();
    for (const name of NATIVE) await rename(join(folder, name), join(PACKAGE, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes library and addon away: tfjs-node is then not ready, instead of broken. */
export async function removeNative(): Promise<void> {
  for (const name of NATIVE.toReversed()) {
    await rm(join(PACKAGE, name), { recursive: true, force: true });
  }
}

function isPackaged(path: string): boolean {
  return dirname(path) !== PACKAGE || !LEFTOVERS.test(basename(path));
}
