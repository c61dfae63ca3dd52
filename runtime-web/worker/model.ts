import * as ort from 'onnxruntime-web/wasm';
import runtimeUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { openReader, type Reader } from '../../core/index.ts';
import modelUrl from '../../models/digits.onnx?url';
import { fetchBytes } from './fetch-bytes.ts';

/** Bytes of what `openModel` loads, written in by the build. */
declare const DOWNLOAD_BYTES: number;

/**
 * Optimising the graph more than doubles the time to open it (1.9 s against 0.7 in Chromium on two busy
 * cores), and answers come no sooner.
 */
const SESSION_OPTIONS = { graphOptimizationLevel: 'disabled' } as const;

/** Is told how many bytes have come, and how many there will be. */
export type Progress = (received: number, total: number) => void;

/** Loads the ONNX runtime and the model. */
export async function openModel(onProgress: Progress): Promise<Reader> {
  let received = 0;
  const count = (bytes: number) => {
    received += bytes;
    onProgress(received, DOWNLOAD_BYTES);
  };
  const [runtime, model] = await Promise.all([
    fetchBytes(runtimeUrl, count),
    fetchBytes(modelUrl, count),
  ]);
  ort.env.wasm.wasmBinary = runtime.buffer;
  // More threads need a host that isolates the page (COOP and COEP), and the model is too small to gain.
  ort.env.wasm.numThreads = 1;
  return openReader(ort, model, SESSION_OPTIONS);
}
