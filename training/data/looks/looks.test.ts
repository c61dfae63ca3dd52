import assert from 'node:assert/strict';
import test from 'node:test';
import { digitAt, loadMnist } from '../mnist.ts';
import { Random } from '../random.ts';
import { transparent } from './as-picture.ts';
import { LOOKS } from './looks.ts';
import { lowResolution } from './low-resolution.ts';
import { plain } from './scan.ts';

const digits = await loadMnist('train');

test('shares of the looks add up to all', () => {
  assert.equal(
    LOOKS.reduce((sum, { share }) => sum + share, 0),
    100,
  );
});

test('each look is the same for the same seed, and its pictures are whole', () => {
  for (const { draw } of LOOKS) {
    for (let index = 0; index < 25; index += 1) {
      const content = { digit: digitAt(digits, index), neighbour: digitAt(digits, index + 1) };
      const picture = draw(content, new Random(3, index));
      assert.deepEqual(draw(content, new Random(3, index)), picture);
      assert.equal(picture.pixels.length, picture.width * picture.height * picture.channels);
      const levels = picture.pixels.toSorted();
      assert.ok((levels.at(-1) ?? 0) - (levels[0] ?? 0) > 20);
    }
  }
});

test("half of the plain pictures are MNIST's own, light on dark or dark on light", () => {
  let own = 0;
  for (let index = 0; index < 200; index += 1) {
    const { pixels } = digitAt(digits, index);
    const drawn = plain(digitAt(digits, index), new Random(index)).pixels;
    const isOwn = drawn.every((level, place) => level === pixels[place]);
    if (isOwn || drawn.every((level, place) => level === 255 - (pixels[place] ?? 0))) own += 1;
  }
  assert.ok(own > 70 && own < 120, `${own}`);
});

test('many coarse scans have two levels and are filled by the digit to the frame', () => {
  let bilevel = 0;
  for (let index = 0; index < 100; index += 1) {
    const { pixels, width, channels } = lowResolution(digitAt(digits, index), new Random(index));
    if (channels === 1 && width <= 24 && new Set(pixels).size === 2) bilevel += 1;
  }
  assert.ok(bilevel > 15, `${bilevel}`);
});

test('a transparent picture is opaque where the ink is, and nowhere else', () => {
  const digit = digitAt(digits, 0);
  const { pixels, channels } = transparent(digit, new Random(1));
  const alpha = digit.pixels.map((_, index) => pixels[(index + 1) * channels - 1] ?? NaN);
  assert.deepEqual(alpha, digit.pixels);
});
