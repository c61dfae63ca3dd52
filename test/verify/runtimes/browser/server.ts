import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Job } from '../runtime.ts';

/** The compiled sources as they are: a browser finds the packages that they import by this map. */
const IMPORTS = {
  '@noble/hashes/': '/noble-hashes/',
  'onnxruntime-web/wasm': '/onnxruntime-web/ort.wasm.min.mjs',
  'onnxruntime-web/webgpu': '/onnxruntime-web/ort.webgpu.min.mjs',
};

const PAGE = `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Proof</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="/dist/test/verify/runtimes/browser/page.js"></script>
`;

export interface ProvingServer {
  readonly url: string;
  close(): void;
}

/** Serves what the proving page needs, on this machine alone and on any free port. */
export async function serveProvingPage(root: string, job: Job): Promise<ProvingServer> {
  const { full, classifier, mnist } = job;
  const app = express();
  app.get('/', (_req, res) => void res.type('html').send(PAGE));
  app.use('/dist', express.static(join(root, 'dist')));
  app.use('/noble-hashes', express.static(join(root, 'node_modules/@noble/hashes')));
  app.use('/onnxruntime-web', express.static(join(root, 'node_modules/onnxruntime-web/dist')));
  const bytes = { full, classifier, mnist: Buffer.concat(mnist.map(({ pixels }) => pixels)) };
  for (const [name, contents] of Object.entries(bytes)) {
    app.get(`/${name}`, (_req, res) => {
      res.type('application/octet-stream').send(contents && Buffer.from(contents));
    });
  }
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
