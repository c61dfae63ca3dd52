import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const MODEL = join(import.meta.dirname, '..', 'models', 'digits.onnx');

const RUNTIME = createRequire(import.meta.url).resolve(
  'onnxruntime-web/ort-wasm-simd-threaded.wasm',
);

export default defineConfig({
  // The page runs from any folder of any static host.
  base: './',
  build: {
    outDir: join(import.meta.dirname, '..', 'dist', 'page'),
    emptyOutDir: true,
    // The Content-Security-Policy allows neither inline scripts nor fetching data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // 14 MB of wasm are no mistake, and the worker's script is small beside them.
    chunkSizeWarningLimit: 1000,
    license: { fileName: 'licenses.md' },
  },
  worker: { format: 'es' },
  assetsInclude: ['**/*.onnx'],
  resolve: {
    // The slash makes it the npm package: without, Vite takes it for Node's own module.
    alias: { buffer: 'buffer/' },
  },
  define: {
    // A compressed response doesn't say how large it will be, so the build does.
    DOWNLOAD_BYTES: statSync(MODEL).size + statSync(RUNTIME).size,
  },
});
