import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import express from 'express';
import { MODELS_DIR, PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { answerToStrokes } from './answer.ts';
import { drawWithMouse, ONE } from './pen.ts';
import { openSite } from './site.ts';

const PAGE = join(PROJECT_ROOT, 'dist', 'page');

/** The ONNX runtime is 14.2 MB of it. In bytes, uncompressed. */
const MAX_PAGE = 15.5e6;

const site = await openSite();
after(() => site.close());

test('the page runs from a folder of a host that only knows files', async () => {
  const host = createServer(express().use('/some/folder', express.static(PAGE)));
  host.listen(0);
  await once(host, 'listening');
  after(() => host.close());
  const url = `http://localhost:${(host.address() as AddressInfo).port}/some/folder/`;

  const { page, complaints } = await site.visit({ url });
  await drawWithMouse(page, ONE);
  assert.equal((await answerToStrokes(page, 1)).digit, 1);
  assert.deepEqual(complaints, []);
});

test('the page may not run inline scripts, not even where the host sends no policy', async () => {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(
    await readFile(join(PAGE, 'index.html'), 'utf8'),
  );
  assert.match(policy?.[1] ?? '', /script-src 'self' 'wasm-unsafe-eval';/);
});

test('the page carries the released model, and nothing twice', async () => {
  const files = await contents(PAGE);
  const sums = files.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  assert.equal(new Set(sums).size, files.length);

  const model = await readFile(join(MODELS_DIR, 'digits.onnx'));
  assert.ok(files.some((bytes) => bytes.equals(model)));

  const size = files.reduce((sum, { length }) => sum + length, 0);
  assert.ok(size <= MAX_PAGE, `the page is ${size} bytes`);
});

async function contents(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFile(join(parentPath, name))),
  );
}

for (const [missing, name] of [
  ['model', '.onnx'],
  ['runtime', 'ort-wasm-simd-threaded'],
  ['worker', 'main-'],
] as const) {
  test(`where the ${missing} can't be loaded, the page says so in a sentence`, async () => {
    const { page } = await site.visit({
      prepare: (early) => early.route(`**/*${name}*`, (route) => route.abort()),
    });
    const problem = page.getByRole('alert').filter({ hasText: /could not be loaded/ });
    await problem.waitFor();
    assert.match((await problem.textContent()) ?? '', /Reload the page to try again\.$/);
  });
}

test('a browser without WebAssembly is told so in a sentence, in a background tab too', async () => {
  const { page, complaints } = await site.visit({
    // Browsers give no frames to a tab in the background.
    prepare: (early) =>
      early.addInitScript('delete globalThis.WebAssembly; requestAnimationFrame = () => 0;'),
  });
  await page.getByRole('alert').filter({ hasText: 'no WebAssembly' }).waitFor();
  assert.deepEqual(complaints, []);
});
