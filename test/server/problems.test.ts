import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createApp } from '../../runtime-node/server/app.ts';
import { startServer } from '../../runtime-node/server/server.ts';
import { pngOf } from '../pictures.ts';
import { COLOUR_TYPE, pngAround } from '../png.ts';
import { formWith, post } from './post.ts';
import { problemDetail } from './problem.ts';

const server = await startServer({ port: 0, threads: 1 });
after(() => server.stop());

const PNG = pngOf(new Uint8Array(28 * 28), 28, 28, 1);
const GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1');
const WEBP = Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1b\0\0\x1b\0\0', 'latin1');
const MIB = 2 ** 20;

function send(body?: Uint8Array | string | FormData, type?: string, encoding?: string) {
  return post(server.url, body, {
    ...(type !== undefined && { 'Content-Type': type }),
    ...(encoding !== undefined && { 'Content-Encoding': encoding }),
  });
}

/** A header that declares 100 megapixels, in 12 KB. */
function hundredMegapixels(): Uint8Array {
  const layout = { width: 10_000, height: 10_000, depth: 1, colourType: COLOUR_TYPE.grey } as const;
  return pngAround(layout, new Uint8Array(1251 * 10_000));
}

for (const [what, status, detail, request] of [
  ['text', 400, /not a picture/, () => send('a digit', 'image/png')],
  ['a PNG cut short', 400, /damaged/, () => send(PNG.slice(0, 60), 'image/png')],
  ['no body', 400, /no body/, () => send()],
  ['an empty body', 400, /no body/, () => send(new Uint8Array(), 'image/png')],
  ['a form with another field', 400, /"image"/, () => send(formWith('file', PNG))],
  ['a form with an empty file', 400, /"image"/, () => send(formWith('image', new Uint8Array()))],
  ['a form without fields', 400, /"image"/, () => send(new FormData())],
  ['a form cut short', 400, /cut short/, () => send('--x\r\n', 'multipart/form-data; boundary=x')],
  ['a form without boundary', 400, /headers/, () => send(PNG, 'multipart/form-data')],
  ['bytes that are not the gzip they claim', 400, /headers/, () => send(PNG, 'image/png', 'gzip')],
  ['text as a form', 400, /not a picture/, () => send(formWith('image', Buffer.from('a digit')))],
  ['100 megapixels', 413, /50 million/, () => send(hundredMegapixels(), 'image/png')],
  ['21 MiB', 413, /20 MiB/, () => send(new Uint8Array(21 * MIB), 'image/png')],
  ['21 MiB in a form', 413, /20 MiB/, () => send(formWith('image', new Uint8Array(21 * MIB)))],
  [
    '21 MiB behind gzip, 21 KB before',
    413,
    /20 MiB/,
    () => send(gzipSync(new Uint8Array(21 * MIB)), 'image/png', 'gzip'),
  ],
  ['a GIF', 415, /image\/png/, () => send(GIF, 'image/gif')],
  ['a GIF called a PNG', 415, /GIF/, () => send(GIF, 'image/png')],
  ['a WebP in a form', 415, /WEBP/, () => send(formWith('image', WEBP))],
  ['a PNG called text', 415, /image\/png/, () => send(PNG, 'text/plain')],
  ['an unknown encoding', 415, /Content-Encoding/, () => send(PNG, 'image/png', 'rot13')],
] as const) {
  test(`${what} is answered ${status}`, async () => {
    assert.match(await problemDetail(await request(), status), detail);
  });
}

test('an unknown path is answered 404', async () => {
  await problemDetail(await fetch(`${server.url}/digits`), 404);
});

test('a path that is no valid URL is answered 404, not with an error of ours', async () => {
  await problemDetail(await fetch(`${server.url}/%E0%A4`), 404);
});

for (const [method, path, allowed] of [
  ['GET', '/predict', 'POST'],
  ['POST', '/livez', 'GET, HEAD'],
  ['POST', '/readyz', 'GET, HEAD'],
  ['DELETE', '/', 'GET, HEAD'],
] as const) {
  test(`${method} ${path} is answered 405 with the methods that are allowed`, async () => {
    const response = await fetch(server.url + path, { method });
    assert.equal(response.headers.get('allow'), allowed);
    await problemDetail(response, 405);
  });
}

test('an error of ours is answered 500, and logged, without saying what it was', async (t) => {
  const log = t.mock.method(console, 'error', () => undefined);
  const failure = new Error('disk /dev/sda1 is on fire');
  const reader = { read: () => Promise.reject(failure), isFull: () => false };
  const failing = createApp(reader, '.', true).listen(0);
  const { port } = failing.address() as AddressInfo;
  const response = await post(`http://localhost:${port}`, PNG);
  assert.doesNotMatch(await problemDetail(response, 500), /disk/);
  assert.deepEqual(log.mock.calls[0]?.arguments, [failure]);
  failing.close();
});

test('after all of these the server reads a picture', async () => {
  assert.equal((await send(PNG, 'image/png')).status, 200);
});
