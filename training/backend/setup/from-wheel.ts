import { buildAddon } from './addon.ts';
import type { Way } from './way.ts';
import { wheelLibrary } from './wheel.ts';

/** TensorFlow's C library as pip has it, and the addon built against it. */
export const fromWheel: Way = {
  name: 'the library of the TensorFlow wheel',
  ready: async (folder, options) => {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Error(
        `it is for Linux on x86_64, and this is ${process.platform} on ${process.arch}`,
      );
    }
    await buildAddon(folder, await wheelLibrary(options), options);
  },
};
