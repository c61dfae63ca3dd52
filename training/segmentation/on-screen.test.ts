import assert from 'node:assert/strict';
import test from 'node:test';
import { inkExtent } from '../data/photograph/ink-extent.ts';
import { Random } from '../data/random.ts';
import { drawnOnScreen } from './on-screen.ts';

const drawings = Array.from({ length: 400 }, (_, seed) => drawnOnScreen(new Random(7, seed)));

test('paper and ink are of one level each, at least 40 apart, as often dark on light as light on dark', () => {
  let onLight = 0;
  for (const { picture, ink } of drawings) {
    const levelsWhere = (isThere: (cover: number) => boolean) =>
      new Set(picture.pixels.filter((_, index) => isThere(ink.pixels[index] ?? NaN)));
    const [paper] = levelsWhere((cover) => cover === 0);
    assert.equal(levelsWhere((cover) => cover === 0).size, 1);
    const inks = levelsWhere((cover) => cover === 255);
    // The thinnest slanted strokes cover no pixel wholly.
    assert.ok(inks.size <= 1);
    for (const level of inks) {
      assert.ok(Math.abs(level - (paper ?? NaN)) >= 40);
      if (level < (paper ?? NaN)) onLight += 1;
    }
  }
  assert.ok(onLight > 130 && onLight < 270, `${onLight}`);
});

test('many are a 1 whose every row is the same, as a bar is, and they keep away from the sides', () => {
  let bars = 0;
  for (const { ink } of drawings) {
    const { left, top, width, height } = inkExtent(ink, 1);
    assert.ok(height >= 3 && height <= ink.height);
    const row = (y: number) => ink.pixels.subarray(y * ink.width, (y + 1) * ink.width).join();
    const isBar = Array.from({ length: height }, (_, y) => row(top + y)).every(
      (own) => own === row(top),
    );
    if (!isBar || ink.width < 40) continue;
    bars += 1;
    assert.ok(left > 0 && left + width < ink.width, `${left} + ${width} of ${ink.width}`);
  }
  // A half of 40 % of a half, of which 2 in 3 are so large: some 27.
  assert.ok(bars >= 12 && bars <= 45, `${bars}`);
});
