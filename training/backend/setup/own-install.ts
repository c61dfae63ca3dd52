import { join } from 'node:path';
import { FIRST_BYTE_PATIENCE, whileGrowing } from './growth.ts';
import { nodeHeaders } from './node-headers.ts';
import { runProgram } from './program.ts';
import type { Way } from './way.ts';

/** What `npm install` would do were install scripts not switched off: download the library and the addon. */
export const ownInstall: Way = {
  name: "tfjs-node's own download",
  ready: (folder, { signal, log }) =>
    whileGrowing(
      folder,
      signal,
      (growing) =>
        runProgram(process.execPath, [join('scripts', 'install.js')], {
          cwd: folder,
          env: nodeHeaders(),
          signal: growing,
          log,
        }),
      FIRST_BYTE_PATIENCE,
    ),
};
