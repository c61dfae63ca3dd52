import assert from 'node:assert/strict';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { DIGIT_BYTES, imagesPath, loadMnist, pickDigits, sliceDigits } from './mnist.ts';

test('the training set has 60,000 pictures and the test set 10,000, with all ten labels', async () => {
  for (const [split, count] of [
    ['train', 60_000],
    ['test', 10_000],
  ] as const) {
    const { pixels, labels, ...digits } = await loadMnist(split);
    assert.equal(digits.count, count);
    assert.equal(labels.length, count);
    assert.equal(pixels.length, count * DIGIT_BYTES);
    assert.deepEqual([...new Set(labels)].sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  }
});

test('a file with one other byte, or one that is missing, is told by name', async (context) => {
  const original = dirname(imagesPath('test'));
  const folder = mkdtempSync(join(tmpdir(), 'mnist-'));
  context.after(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of readdirSync(original)) {
    copyFileSync(join(original, name), join(folder, name));
  }
  const labels = join(folder, 't10k-labels-idx1-ubyte');
  const bytes = readFileSync(labels);
  bytes.writeUInt8((bytes.readUInt8(100) + 1) % 10, 100);
  writeFileSync(labels, bytes);

  await loadMnist('train', folder);
  await assert.rejects(
    loadMnist('test', folder),
    /t10k-labels-idx1-ubyte is not the original MNIST file: its MD5 is [0-9a-f]{32}, expected 27ae3e/,
  );
  rmSync(labels);
  await assert.rejects(loadMnist('test', folder), /ENOENT.*t10k-labels-idx1-ubyte/);
});

test('slices and picks keep pictures and labels together', async () => {
  const digits = await loadMnist('test');
  const picture = (pixels: Uint8Array, index: number) =>
    pixels.subarray(index * DIGIT_BYTES, (index + 1) * DIGIT_BYTES);
  const slice = sliceDigits(digits, 10, 13);
  assert.deepEqual(picture(slice.pixels, 2), picture(digits.pixels, 12));
  assert.deepEqual(slice.labels, digits.labels.subarray(10, 13));
  const picked = pickDigits(digits, Uint32Array.of(500, 7));
  assert.deepEqual(picture(picked.pixels, 0), picture(digits.pixels, 500));
  assert.deepEqual([...picked.labels], [digits.labels[500], digits.labels[7]]);
});
