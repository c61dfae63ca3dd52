import { CommandError } from '../../runtime-node/cli/command-error.ts';
import type { Backend, BackendName } from './backend.ts';
import { openNative } from './native.ts';
import { openWasm } from './wasm.ts';

export type { Backend, BackendName } from './backend.ts';

/**
 * Opens tfjs-node where its native library is ready, else tfjs on wasm, and says on stderr which and why.
 *
 * @param choice this backend and no other
 * @throws CommandError where `native` is chosen and not ready
 */
export async function openBackend(choice?: BackendName): Promise<Backend> {
  const backend = choice === 'wasm' ? await openWasm() : await nativeOr(choice);
  const versions = Object.entries(backend.versions).map((entry) => entry.join(' '));
  process.stderr.write(`Backend: ${backend.name} (${versions.join(', ')})\n`);
  return backend;
}

async function nativeOr(choice: 'native' | undefined): Promise<Backend> {
  try {
    return await openNative();
  } catch (cause) {
    const advice = 'Run "npm run train:setup" to ready it.';
    if (choice === 'native') {
      const reason = "tfjs-node's native library is not ready.";
      throw new CommandError(`${reason} ${advice}`, { cause });
    }
    process.stderr.write(`tfjs-node's native library is not ready; using wasm. ${advice}\n`);
    return openWasm();
  }
}
