import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { registerConvolutionGradients } from './convolution-gradients.ts';
import type { Backend } from './backend.ts';

const require = createRequire(import.meta.url);

/** Loads tfjs with its WebAssembly backend, on one thread. */
export async function openWasm(): Promise<Backend> {
  const tf = await import('@tensorflow/tfjs');
  const { setThreadsCount, setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  setThreadsCount(1);
  setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  await tf.setBackend('wasm');
  registerConvolutionGradients(tf);
  return { tf, name: 'wasm', versions: { '@tensorflow/tfjs': tf.version['tfjs-core'] } };
}
