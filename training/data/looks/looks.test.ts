import assert from 'node:assert/strict';
import test from 'node:test';
import type { Picture } from '../../../core/index.ts';
import { digitAt, loadMnist } from '../mnist.ts';
import { Random } from '../random.ts';
import { inkExtent } from '../photograph/ink-extent.ts';
import { drawSegment } from '../photograph/segment.ts';
import { blank } from '../transform/grey.ts';
import { transparent } from './as-picture.ts';
import { HANDWRITTEN_LOOKS, LOOKS } from './looks.ts';
import { lowResolution } from './low-resolution.ts';
import { saltAtOutline } from './outline-noise.ts';
import { plain } from './scan.ts';

const digits = await loadMnist('train');
const SCANNER = { bilevel: 0.65, stretched: 0.5 };

test('shares of the looks add up to all', () => {
  for (const looks of [LOOKS, HANDWRITTEN_LOOKS]) {
    assert.equal(
      looks.reduce((sum, { share }) => sum + share, 0),
      100,
    );
  }
});

test('each look is the same for the same seed, and its pictures are whole', () => {
  for (const { draw } of [...LOOKS, ...HANDWRITTEN_LOOKS]) {
    for (let index = 0; index < 25; index += 1) {
      const content = { digit: digitAt(digits, index), neighbour: digitAt(digits, index + 1) };
      const drawn = draw(content, new Random(3, index));
      assert.deepEqual(draw(content, new Random(3, index)), drawn);
      const { picture, ink } = drawn;
      assert.deepEqual([ink.width, ink.height], [picture.width, picture.height]);
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
    const drawn = plain(digitAt(digits, index), new Random(index)).picture.pixels;
    const isOwn = drawn.every((level, place) => level === pixels[place]);
    if (isOwn || drawn.every((level, place) => level === 255 - (pixels[place] ?? 0))) own += 1;
  }
  assert.ok(own > 70 && own < 120, `${own}`);
});

test('many coarse scans have two levels and are filled by the digit to the frame', () => {
  let bilevel = 0;
  for (let index = 0; index < 100; index += 1) {
    const { picture } = lowResolution(digitAt(digits, index), SCANNER, new Random(index));
    const { pixels, width, channels } = picture;
    if (channels === 1 && width <= 24 && new Set(pixels).size === 2) bilevel += 1;
  }
  assert.ok(bilevel > 15, `${bilevel}`);
});

test('of the coarse scans in black and white so many as asked are stretched to all sides of the frame', () => {
  for (const stretched of [0.3, 0.7]) {
    const scans = Array.from(
      { length: 200 },
      (_, index) =>
        lowResolution(digitAt(digits, index), { bilevel: 1, stretched }, new Random(index)).picture,
    ).filter(({ width, channels, pixels }) => {
      return channels === 1 && width === 16 && new Set(pixels).size === 2;
    });
    const filled = scans.filter(touchesAllSides);
    const share = filled.length / scans.length;
    assert.ok(scans.length > 30, `${scans.length}`);
    assert.ok(Math.abs(share - stretched) < 0.15, `${share} of ${scans.length}`);
  }
});

function touchesAllSides({ pixels, width }: Picture): boolean {
  const edge = Array.from({ length: width }, (_, place) => place);
  return [
    edge.map((x) => pixels[x]),
    edge.map((x) => pixels[(width - 1) * width + x]),
    edge.map((y) => pixels[y * width]),
    edge.map((y) => pixels[y * width + width - 1]),
  ].every((side) => new Set(side).size === 2);
}

test('a bar is stretched to at least twice its breadth, and hardly ever fills the frame', () => {
  const bar = blank({ width: 28, height: 28 });
  drawSegment(bar, { x0: 14, y0: 6, x1: 14, y1: 22, width: 2, level: 255 });
  const scanner = { bilevel: 1, stretched: 1 };
  const breadths = Array.from(
    { length: 200 },
    (_, index) => lowResolution(bar, scanner, new Random(index)).ink,
  )
    .filter(({ width }) => width === 16)
    .map((ink) => inkExtent(ink, 128).width);
  const filling = breadths.filter((breadth) => breadth === 16).length / breadths.length;
  const least = Math.min(...breadths);
  assert.ok(filling < 0.2, `${filling} of ${breadths.length}`);
  assert.ok(least >= 4 && least <= 6, `${least}`);
});

test('salt lies beside the strokes, a few pixels of it', () => {
  const scan = blank({ width: 16, height: 16 });
  drawSegment(scan, { x0: 4, y0: 4, x1: 12, y1: 11, width: 2, level: 255 });
  const isInked = (x: number, y: number) => (scan.pixels[y * 16 + x] ?? 0) > 0;
  for (let seed = 0; seed < 50; seed += 1) {
    const { pixels } = saltAtOutline(scan, 3, new Random(seed));
    const salt = [...pixels.keys()].filter((index) => pixels[index] !== scan.pixels[index]);
    assert.ok(salt.length >= 1 && salt.length <= 3);
    for (const index of salt) {
      const [x, y] = [index % 16, Math.floor(index / 16)];
      assert.ok(!isInked(x, y));
      assert.ok(isInked(x - 1, y) || isInked(x + 1, y) || isInked(x, y - 1) || isInked(x, y + 1));
    }
  }
});

test('a transparent picture is opaque where the ink is, and nowhere else', () => {
  const digit = digitAt(digits, 0);
  const { pixels, channels } = transparent(digit, new Random(1));
  const alpha = digit.pixels.map((_, index) => pixels[(index + 1) * channels - 1] ?? NaN);
  assert.deepEqual(alpha, digit.pixels);
});
