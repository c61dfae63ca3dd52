import assert from 'node:assert/strict';
import test from 'node:test';
import type { Colour } from './canvas.ts';
import { outlined } from './outline.ts';
import { shading } from './shading.ts';
import { thumbnail } from './thumbnail.ts';

const grey = (value: number): Colour => [value, value, value];

/** Four columns of two pixels: one of ink, three of paper. */
const stroke = (ink: number, paper: number) => ({
  width: 4,
  height: 2,
  pixels: [ink, paper, paper, paper, ink, paper, paper, paper].map(grey),
});

test('ink is dense whether it is dark on bright paper or bright on dark', () => {
  assert.deepEqual(shading(stroke(0, 255)), ['@   ']);
  assert.deepEqual(shading(stroke(255, 0)), ['@   ']);
  assert.deepEqual(shading(stroke(90, 170)), ['@   '], 'faint ink is stretched');
});

test('noise on paper is not stretched to ink', () => {
  assert.deepEqual(shading(stroke(240, 250)), ['.   ']);
});

test("the ink's box is drawn just outside it, in a margin where it reaches the edge", () => {
  const paper = { width: 6, height: 4, pixels: Array.from({ length: 24 }, () => grey(255)) };
  assert.deepEqual(shading(outlined(paper, { x: 0, y: 0, width: 6, height: 4 })), [
    '+------+',
    '|      |',
    '+------+',
  ]);
});

test('a shrunk picture keeps its shape, averages its pixels and shows transparency as white', () => {
  const pixels = Uint8Array.from({ length: 80 * 40 * 2 }, (_, index) => (index % 2 ? 0 : 7));
  const canvas = thumbnail({ pixels, width: 80, height: 40, channels: 2 }, 20);
  assert.deepEqual([canvas.width, canvas.height], [20, 10]);
  assert.ok(canvas.pixels.every((pixel) => String(pixel) === '255,255,255'));
  const halves = Uint8Array.of(0, 100, 0, 100);
  const dot = thumbnail({ pixels: halves, width: 2, height: 2, channels: 1 }, 1);
  assert.deepEqual(dot.pixels, [grey(50)]);
});

test('a picture of one row a thousand pixels long is still shown', () => {
  const picture = { pixels: new Uint8Array(3000), width: 1000, height: 1, channels: 3 } as const;
  const { width, height } = thumbnail(picture, 28);
  assert.deepEqual([width, height], [28, 1]);
});
