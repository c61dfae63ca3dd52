import { readSets } from '../read-sets.ts';
import type { Prove } from './runtime.ts';

/** The browser's runtime in Node, as the page runs it: WebAssembly, one thread. */
export const proveWasm: Prove = async (job) => {
  const ort = await import('onnxruntime-web/wasm');
  ort.env.wasm.numThreads = 1;
  return {
    version: `onnxruntime-web ${ort.env.versions.web ?? ''}, Node.js ${process.versions.node}`,
    sets: await readSets(ort, job),
  };
};
