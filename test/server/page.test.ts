import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { startServer } from '../../runtime-node/server/server.ts';

const page = await mkdtemp(join(tmpdir(), 'page-'));
for (const [path, content] of [
  ['index.html', '<!doctype html><title>Digits</title>'],
  ['assets/app-1a2b3c4d.js', 'export {};'],
  ['assets/ort-1a2b3c4d.wasm', '\0asm'],
  ['digits.onnx', 'a model'],
] as const) {
  await mkdir(dirname(join(page, path)), { recursive: true });
  await writeFile(join(page, path), content);
}

const server = await startServer({ port: 0, threads: 1, page });
after(async () => {
  await server.stop();
  await rm(page, { recursive: true });
});

for (const [path, type, caching] of [
  ['/', /^text\/html/, 'no-cache'],
  ['/digits.onnx', /^application\/octet-stream/, 'no-cache'],
  ['/assets/app-1a2b3c4d.js', /^text\/javascript/, 'public, max-age=31536000, immutable'],
  ['/assets/ort-1a2b3c4d.wasm', /^application\/wasm/, 'public, max-age=31536000, immutable'],
] as const) {
  test(`${path} is served with its type, and cached: ${caching}`, async () => {
    const response = await fetch(server.url + path);
    await response.arrayBuffer();
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', type);
    assert.equal(response.headers.get('cache-control'), caching);
  });
}

test('the page may run its own scripts and wasm, and nothing from elsewhere', async () => {
  const { headers } = await fetch(server.url);
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'self'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('x-powered-by'), null);
});

test('files outside of the page are not served', async () => {
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json']) {
    assert.equal((await fetch(server.url + path)).status, 404);
  }
});
