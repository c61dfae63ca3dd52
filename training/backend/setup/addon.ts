import { mkdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { nodeHeaders } from './node-headers.ts';
import { runProgram } from './program.ts';
import { PACKAGE } from './staging.ts';
import type { WayOptions } from './way.ts';

/** From the names that the linker looks for to those that the wheel has. */
const LINKER_NAMES = {
  'libtensorflow.so': 'libtensorflow_cc.so.2',
  'libtensorflow_framework.so': 'libtensorflow_framework.so.2',
} as const;

/**
 * Builds tfjs-node's addon against a TensorFlow C library, which takes a C++ compiler, make and Python.
 *
 * @param folder a copy of the package
 * @param library folder with `include` and `lib`; it is linked to, and has to stay
 */
export async function buildAddon(
  folder: string,
  library: string,
  { signal, log }: WayOptions,
): Promise<void> {
  await linkLibrary(library, join(folder, 'deps'));
  process.stderr.write('  Building the addon, about 10 s.\n');
  const nodePreGyp = createRequire(join(PACKAGE, 'package.json')).resolve(
    '@mapbox/node-pre-gyp/bin/node-pre-gyp',
  );
  await runProgram(process.execPath, [nodePreGyp, 'install', '--build-from-source'], {
    cwd: folder,
    // Under "npm run --silent", node-gyp would not say what went wrong.
    env: { ...nodeHeaders(), npm_config_loglevel: 'info' },
    signal,
    log,
  });
}

async function linkLibrary(library: string, deps: string): Promise<void> {
  await mkdir(join(deps, 'lib'), { recursive: true });
  await symlink(join(library, 'include'), join(deps, 'include'));
  for (const [name, file] of Object.entries(LINKER_NAMES)) {
    await symlink(join(library, 'lib', file), join(deps, 'lib', file));
    await symlink(file, join(deps, 'lib', name));
  }
}
