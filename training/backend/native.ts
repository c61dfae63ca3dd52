import { createRequire } from 'node:module';
import util from 'node:util';
import type * as tfjsNode from '@tensorflow/tfjs-node';
import type { Backend } from './backend.ts';

const require = createRequire(import.meta.url);

/** What tfjs-node's backend says of the library, beyond tfjs's own type. */
interface NativeBackend {
  readonly binding: { readonly TF_Version: string };
}

/**
 * Loads tfjs-node with its native library, on one thread: with more, sums are taken in an order that
 * differs from run to run, and the same seed would not give the same weights.
 *
 * @throws Error where the library is not ready
 */
export async function openNative(): Promise<Backend> {
  process.env['TF_NUM_INTRAOP_THREADS'] ??= '1';
  process.env['TF_NUM_INTEROP_THREADS'] ??= '1';
  // Warnings and errors, without the processor's features.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  provideIsNullOrUndefined();
  const tf = require('@tensorflow/tfjs-node') as typeof tfjsNode;
  await tf.ready();
  const { binding } = tf.backend() as tfjsNode.KernelBackend & NativeBackend;
  const versions = {
    '@tensorflow/tfjs-node': tf.version['tfjs-core'],
    TensorFlow: binding.TF_Version,
  };
  return { tf, name: 'native', versions };
}

/** tfjs-node 4.22 calls it; Node 22 warns of its use, and Node 23 took it away. */
function provideIsNullOrUndefined(): void {
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
  });
}
