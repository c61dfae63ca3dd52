import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { letterGlyphs, TRAINING_TYPEFACES } from '../fonts/fonts.ts';
import { digitAt, loadMnist, sliceDigits } from '../mnist.ts';
import { Random } from '../random.ts';
import { halfDigit, sideBySide, tangledDigits } from './broken-digits.ts';
import { nonDigitSet } from './index.ts';
import { EVALUATION_KINDS, TRAINING_KINDS } from './non-digits.ts';

const digits = sliceDigits(await loadMnist('train'), 0, 500);

test('the set is the same each time, and its pictures are whole', () => {
  const pictures = [...nonDigitSet(50)];
  assert.deepEqual([...nonDigitSet(50)], pictures);
  for (const { pixels, width, height, channels } of pictures) {
    assert.equal(pixels.length, width * height * channels);
  }
  assert.equal(new Set(pictures.map(({ pixels }) => pixels.join())).size, pictures.length);
});

/** Of the first pictures: figures are comparable only while it stays the same. */
const NON_DIGITS = '8a4ec184a506e5b1';

test('the set is the one that models since 0.7.0 were measured on', () => {
  const hash = createHash('sha256');
  for (const { pixels, width, height, channels } of nonDigitSet(100)) {
    hash.update(`${width} ${height} ${channels}`).update(pixels);
  }
  assert.equal(hash.digest('hex').slice(0, 16), NON_DIGITS);
});

test('every kind draws pictures of 28x28, each its own', () => {
  const sources = { glyphs: letterGlyphs(TRAINING_TYPEFACES.slice(0, 1)), digits };
  // The last of training's is blank paper.
  for (const { draw } of [...TRAINING_KINDS.slice(0, -1), ...EVALUATION_KINDS]) {
    const pictures = Array.from({ length: 20 }, (_, seed) => draw(sources, new Random(seed)));
    for (const { pixels, width, height } of pictures) {
      assert.deepEqual([width, height, pixels.length], [28, 28, 784]);
      assert.ok(pixels.some((level) => level > 100));
    }
    assert.ok(new Set(pictures.map(({ pixels }) => pixels.join())).size > 10);
  }
});

test('a half digit is a part of a digit, and well less than the whole', () => {
  const all = Array.from({ length: digits.count }, (_, index) => digitAt(digits, index).pixels);
  for (let seed = 0; seed < 30; seed += 1) {
    const { pixels: half } = halfDigit(digits, new Random(seed));
    const isPart = (whole: Uint8Array) =>
      half.every((level, index) => level === 0 || level === whole[index]);
    const ink = (picture: Uint8Array) => picture.reduce((sum, level) => sum + level, 0);
    const share = Math.max(...all.filter(isPart).map((whole) => ink(half) / ink(whole)));
    assert.ok(share > 0.1 && share < 0.85, `${share}`);
  }
});

test('two digits have more ink than one', () => {
  const ink = (picture: Uint8Array) => picture.filter((level) => level > 100).length;
  const sum = (draw: typeof tangledDigits) =>
    Array.from({ length: 50 }, (_, seed) => ink(draw(digits, new Random(seed)).pixels)).reduce(
      (total, part) => total + part,
      0,
    );
  const single = Array.from({ length: 50 }, (_, index) => ink(digitAt(digits, index).pixels));
  const one = single.reduce((total, part) => total + part, 0);
  assert.ok(sum(tangledDigits) > 1.5 * one);
  // Each of two thirds of the size.
  assert.ok(sum(sideBySide) > 0.75 * one);
});
