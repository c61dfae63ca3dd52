import assert from 'node:assert/strict';
import test from 'node:test';
import { digitAt, loadMnist } from '../mnist.ts';
import { Random } from '../random.ts';
import { finelyWritten } from './fine-line.ts';
import { shapeOf } from './pieces-and-holes.ts';
import { strokesOf } from './shape.ts';

const digits = await loadMnist('train');

const COUNT = 200;
const LENGTH = 200;

/** Each digit, finely written, with what is left of its ink over the square of its length. */
function* written() {
  for (let index = 0; index < COUNT; index += 1) {
    const digit = digitAt(digits, index);
    const layer = finelyWritten(digit, LENGTH, new Random(index));
    const ink = layer.pixels.reduce((sum, level) => sum + level, 0) / 255 / LENGTH ** 2;
    yield { digit, layer, ink };
  }
}

test('a finely written digit has the length asked for', () => {
  for (const { layer } of written()) {
    const { width, height } = layer;
    const longer = Math.max(width, height);
    assert.ok(Math.abs(longer - LENGTH) <= 2, `${width}x${height}`);
  }
});

test('a fine line leaves most of the paper as it is, and some lines are no wider than 1/80 of the digit', () => {
  const inks = [...written()].map(({ ink }) => ink).sort((a, b) => a - b);
  const [fine = 1, broad = 1] = [inks[Math.floor(COUNT / 10)], inks.at(-1)];
  // A line twice as long as the digit.
  assert.ok(fine < 2 / 80, `${fine}`);
  assert.ok(broad < 0.3, `${broad}`);
});

test('a finely written digit has its loops, and its strokes are whole', () => {
  let broken = 0;
  for (const { digit, layer } of written()) {
    const [{ shape }, own] = [strokesOf(digit), shapeOf(layer, 128)];
    assert.ok(own.holes >= shape.holes, `${own.holes} holes, not ${shape.holes}`);
    broken += own.pieces > shape.pieces ? 1 : 0;
  }
  // A speck, too small to count in the digit, becomes a line that does.
  assert.ok(broken <= COUNT / 100, `${broken} are broken`);
});

test('the smallest fine lines are a pixel wide', () => {
  for (let index = 0; index < COUNT; index += 1) {
    const layer = finelyWritten(digitAt(digits, index), 20, new Random(index));
    assert.ok(layer.pixels.some((level) => level > 200));
  }
});
