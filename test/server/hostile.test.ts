import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startServer } from '../../runtime-node/server/server.ts';
import { jpegOf, withRepeatedScan } from '../jpeg.ts';
import { pngOf } from '../pictures.ts';
import { COLOUR_TYPE, pngAround } from '../png.ts';
import { post } from './post.ts';
import { problemDetail } from './problem.ts';

/** In milliseconds; well above what a good picture takes, even while a thread starts anew. */
const TIME_LIMIT = 5000;

/** Ample time for a request to reach the server, well below the time limit. In milliseconds. */
const ARRIVAL = 1000;

const server = await startServer({ port: 0, threads: 1, queueLimit: 1, timeLimit: TIME_LIMIT });
after(() => server.stop());

const GOOD = pngOf(new Uint8Array(28 * 28), 28, 28, 1);

/** Far less than what `BOMB` takes, far more than a busy machine is late by. In milliseconds. */
const DECODING = 30_000;

/** 1.3 MB that a decoder needs more than a minute for. */
const BOMB = withRepeatedScan(
  await jpegOf({
    pixels: new Uint8Array(3000 * 3000 * 4),
    width: 3000,
    height: 3000,
    channels: 4,
  }),
  60_000,
);

async function assertStillReads(): Promise<void> {
  const response = await post(server.url, GOOD);
  assert.equal(response.status, 200, await response.text());
}

test('a picture that takes too long is given up, and the next one is read', async () => {
  const start = performance.now();
  const response = await post(server.url, BOMB);
  const took = performance.now() - start;
  assert.ok(took >= TIME_LIMIT && took < DECODING, `answered after ${took} ms`);
  assert.equal(response.headers.get('retry-after'), '1');
  assert.match(await problemDetail(response, 503), /within 5 seconds/);
  await assertStillReads();
});

test('while every thread is busy, the server lives, is not ready, and turns away what it cannot queue', async () => {
  const running = post(server.url, BOMB);
  const waiting = post(server.url, BOMB);
  while ((await fetch(`${server.url}/readyz`)).status === 200) await setTimeout(50);

  const refused = await post(server.url, GOOD);
  assert.match(await problemDetail(refused, 503), /waiting/);
  assert.equal(refused.headers.get('retry-after'), '1');

  assert.equal((await fetch(`${server.url}/livez`)).status, 200);
  // Still as busy as before: nothing had to wait for that.
  assert.match(await problemDetail(await fetch(`${server.url}/readyz`), 503), /waiting/);

  await problemDetail(await running, 503);
  await problemDetail(await waiting, 503);
  await assertStillReads();
});

test('damaged pictures do not use up memory, though the decoder never frees theirs', async () => {
  // 49 MB each; forty would be 2 GB.
  const layout = { width: 7000, height: 7000, depth: 8, colourType: COLOUR_TYPE.grey } as const;
  const damaged = pngAround(layout, new Uint8Array(7001 * 3000));
  for (let i = 0; i < 40; i++) await problemDetail(await post(server.url, damaged), 400);
  const { rss } = process.memoryUsage();
  assert.ok(rss < 1.5e9, `${Math.round(rss / 1e6)} MB are used`);
  await assertStillReads();
});

test('pixels beyond the declared picture are not kept', async () => {
  const layout = { width: 28, height: 28, depth: 8, colourType: COLOUR_TYPE.grey } as const;
  for (const interlaced of [false, true]) {
    const picture = pngAround({ ...layout, interlaced }, new Uint8Array(300e6));
    // Packing it held up this process, server and all: connections that idled meanwhile end now.
    await setTimeout(ARRIVAL);
    const response = await post(server.url, picture);
    assert.equal(response.status, 200);
  }
});
