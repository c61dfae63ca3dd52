import assert from 'node:assert/strict';
import test from 'node:test';
import { digitGlyphs, EVALUATION_TYPEFACES, letterGlyphs, TRAINING_TYPEFACES } from './fonts.ts';
import { inkExtent } from '../photograph/ink-extent.ts';
import { rasterise } from './rasterise.ts';

const typefaces = [...TRAINING_TYPEFACES, ...EVALUATION_TYPEFACES];

test('training and evaluation have no typeface in common', () => {
  const names = typefaces.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

test('every typeface has the ten digits', () => {
  for (const typeface of typefaces) {
    const digits = digitGlyphs([typeface]).map(({ character }) => character);
    assert.equal(digits.join(''), '0123456789', typeface.name);
  }
});

test('no letter is among those that look like a digit', () => {
  const letters = letterGlyphs(typefaces).map(({ character }) => character);
  for (const like of 'OoQDIil|ZzSsBbGgqaJjYyCcUu&?') {
    assert.ok(!letters.includes(like), like);
  }
});

test("glyphs are as large as MNIST's digits and in the middle", () => {
  for (const { character, picture } of digitGlyphs(typefaces)) {
    const { left, top, width, height } = inkExtent(picture, 1);
    assert.ok(Math.abs(Math.max(width, height) - 20) <= 1, `${character} ${width} ${height}`);
    assert.ok(Math.abs(left + width / 2 - 14) <= 1 && Math.abs(top + height / 2 - 14) <= 1);
  }
});

test('what the outline winds around is inside, what it winds around both ways is not', () => {
  const square = (from: number, to: number) => [
    { x: from, y: from },
    { x: to, y: from },
    { x: to, y: to },
    { x: from, y: to },
  ];
  const [outer, inner] = [square(0, 40), square(10, 30)];
  const ink = (outline: Parameters<typeof rasterise>[0]) =>
    rasterise(outline).pixels.reduce((sum, level) => sum + level / 255, 0);
  assert.equal(ink([outer]), 400);
  assert.equal(ink([outer, inner]), 400);
  assert.equal(ink([outer, inner.toReversed()]), 300);
});
