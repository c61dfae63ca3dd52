/** Runs in a browser: lets onnxruntime-web prove itself there. */
import type { Picture } from '../../../../core/picture/picture.ts';
import { SEEN_SIDE } from '../../../../core/contract.ts';
import { readSets, type Reading } from '../../read-sets.ts';
import type { SetProof } from '../../proof.ts';

export interface PageJob {
  readonly provider: 'wasm' | 'webgpu';
  readonly hasClassifier: boolean;
  readonly goldenCount: number | undefined;
}

export type PageProof =
  { readonly version: string; readonly sets: readonly SetProof[] } | { readonly missing: string };

declare global {
  function prove(job: PageJob): Promise<PageProof>;
  /** Tells the program that drives the browser. */
  function onRead(count: number, total: number): Promise<void>;
}

/** Pictures between two calls out of the browser. */
const REPORT_EVERY = 100;

const SEEN_BYTES = SEEN_SIDE * SEEN_SIDE;

globalThis.prove = async ({ provider, hasClassifier, goldenCount }) => {
  if (provider === 'webgpu' && !(await hasAdapter())) {
    return { missing: 'The browser has no WebGPU adapter.' };
  }
  const ort = await importRuntime(provider);
  ort.env.wasm.wasmPaths = new URL('/onnxruntime-web/', location.href).href;
  ort.env.wasm.numThreads = 1;
  const reading: Reading = {
    full: await fetchBytes('/full'),
    classifier: hasClassifier ? await fetchBytes('/classifier') : undefined,
    goldenCount,
    mnist: digitsIn(await fetchBytes('/mnist')),
    onRead: (count, total) => {
      if (count % REPORT_EVERY === 0) void onRead(count, total);
    },
  };
  const sets = await readSets(ort, reading, { executionProviders: [provider] });
  return { version: ort.env.versions.web ?? '', sets };
};

function importRuntime(provider: PageJob['provider']) {
  return provider === 'webgpu' ? import('onnxruntime-web/webgpu') : import('onnxruntime-web/wasm');
}

async function hasAdapter(): Promise<boolean> {
  if (!('gpu' in navigator)) return false;
  const gpu = navigator.gpu as { requestAdapter(): Promise<object | null> };
  return (await gpu.requestAdapter()) !== null;
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function digitsIn(pixels: Uint8Array): Picture[] {
  return Array.from({ length: pixels.length / SEEN_BYTES }, (_, index) => ({
    pixels: pixels.subarray(index * SEEN_BYTES, (index + 1) * SEEN_BYTES),
    width: SEEN_SIDE,
    height: SEEN_SIDE,
    channels: 1,
  }));
}
