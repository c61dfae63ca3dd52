import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../../data/random.ts';
import { draw, prepared } from './prepared.ts';

async function assertBlank(picture: Uint8Array, size: Parameters<typeof prepared>[1]) {
  const { seen, found, box } = await prepared(picture, size);
  assert.equal(found, 0);
  assert.deepEqual(box, Int32Array.of(0, 0, 0, 0));
  assert.ok(seen.every((pixel) => pixel === 0));
}

test('a blank picture of any size, channels and level has no ink, and nothing is seen', async () => {
  for (const [height, width] of [
    [1, 1],
    [1, 700],
    [28, 28],
    [300, 5],
    [600, 599],
  ] as const) {
    for (const channels of [1, 2, 3, 4]) {
      const size = { height, width, channels };
      for (const level of [0, 128, 255]) {
        await assertBlank(new Uint8Array(height * width * channels).fill(level), size);
      }
    }
  }
});

const SIDES = [28, 64, 200];

test('blank paper under a lamp or behind a black frame has no ink', async () => {
  const random = new Random(1);
  for (const side of SIDES) {
    const size = { height: side, width: side, channels: 1 };
    for (let angle = 0; angle < 8; angle += 1) {
      const [cos, sin] = [Math.cos((angle * Math.PI) / 4), Math.sin((angle * Math.PI) / 4)];
      const lit = (x: number, y: number) =>
        190 + 70 * ((x / side - 0.5) * cos + (y / side - 0.5) * sin);
      await assertBlank(draw(size, lit), size);
      await assertBlank(
        draw(size, (x, y) => lit(x, y) + random.integer(-2, 2)),
        size,
      );
    }
    const isFrame = (at: number) => at === 0 || at === side - 1;
    const frame = draw(size, (x, y) => (isFrame(x) || isFrame(y) ? 0 : 230));
    await assertBlank(frame, size);
  }
});

/** How many of 40 pictures of noise are taken for ink; each pixel is 0 or 255, or anything between. */
async function countFound(side: number, isBinary: boolean): Promise<number> {
  const random = new Random(2, side);
  const size = { height: side, width: side, channels: 1 };
  let found = 0;
  for (let number = 0; number < 40; number += 1) {
    const level = () => (isBinary ? 255 * random.integer(0, 1) : random.integer(0, 255));
    found += (await prepared(draw(size, level), size)).found ?? NaN;
  }
  return found;
}

test('noise has no ink', async () => {
  for (const side of [16, 28, 40, 64, 128, 200]) {
    for (const isBinary of [false, true]) {
      assert.equal(await countFound(side, isBinary), 0, `${side}x${side}`);
    }
  }
  // From 65 to 127 pixels, neighbouring cells share pixels: uniform noise looks like strokes to some.
  assert.ok((await countFound(100, false)) <= 24);
});
