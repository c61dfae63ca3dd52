import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import test from 'node:test';
import {
  FULL_MODEL,
  GOLDEN_COUNT,
  GOLDEN_PIXELS_SHA256,
  goldenPicture,
  goldenPictures,
} from '../../core/index.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { openModel } from '../../runtime-node/reader.ts';

test('the golden pictures have the pixels that their specification names', () => {
  const digest = createHash('sha256');
  for (const { pixels } of goldenPictures()) digest.update(pixels);
  assert.equal(digest.digest('hex'), GOLDEN_PIXELS_SHA256);
});

test('they are at least 256, from 1x1 to 1000x1000, each size with every number of channels', () => {
  const pictures = [...goldenPictures()];
  assert.equal(pictures.length, GOLDEN_COUNT);
  assert.ok(GOLDEN_COUNT >= 256);
  const channelsOf = new Map<string, Set<number>>();
  for (const { width, height, channels, pixels } of pictures) {
    assert.equal(pixels.length, width * height * channels);
    const size = `${width}x${height}`;
    channelsOf.set(size, (channelsOf.get(size) ?? new Set()).add(channels));
  }
  for (const size of ['1x1', '28x28', '8x8', '16x16', '1x1000', '1000x1', '3x500', '280x280']) {
    assert.deepEqual([...(channelsOf.get(size) ?? [])].sort(), [1, 2, 3, 4], size);
  }
  assert.ok(channelsOf.has('1000x1000'));
});

test('all ten digits are among them, and the released model reads them', async () => {
  const read = await openModel(join(MODELS_DIR, FULL_MODEL.file));
  const answers = new Set<number | null>();
  for (let index = 0; index < GOLDEN_COUNT; index++) {
    const { digit } = await read(goldenPicture(index));
    if (digit === null || digit === index % 10) answers.add(digit);
  }
  assert.deepEqual([...answers].sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, null]);
});

test('there is no golden picture outside of them', () => {
  for (const index of [-1, 0.5, GOLDEN_COUNT, NaN]) {
    assert.throws(() => goldenPicture(index), RangeError, String(index));
  }
});
