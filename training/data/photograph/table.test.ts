import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../random.ts';
import { sceneWith } from './scene.ts';
import { drawTable } from './table.ts';

const SIZE = { width: 120, height: 90 };
const DIGIT = { width: 20, height: 30, pixels: new Uint8Array(600).fill(255) };
const [LEFT, TOP] = [50, 25];

/** The print of a sheet with a digit and a table, by the seed. */
function tableOf(seed: number) {
  const scene = sceneWith(DIGIT, SIZE, LEFT, TOP);
  drawTable(scene, new Random(seed));
  return scene;
}

test('a table is beyond one edge of the sheet, never under the digit nor beside it', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const { print, box } = tableOf(seed);
    const isDrawn = (x: number, y: number) => (print.pixels[y * SIZE.width + x] ?? 0) > 0;
    for (let y = box.top - 2; y < box.top + box.height + 2; y += 1) {
      for (let x = box.left - 2; x < box.left + box.width + 2; x += 1) {
        assert.ok(!isDrawn(x, y), `(${x}, ${y}) with seed ${seed}`);
      }
    }
  }
});

test('some tables are of one level, others have a pattern', () => {
  const levels = Array.from(
    { length: 100 },
    (_, seed) => new Set(tableOf(seed).print.pixels.filter((level) => level > 0)).size,
  );
  assert.ok(levels.filter((count) => count === 1).length >= 20, levels.join());
  assert.ok(levels.filter((count) => count > 1).length >= 20, levels.join());
});

test('where the digit leaves no room there is no table', () => {
  const scene = sceneWith(DIGIT, { width: 24, height: 34 }, 2, 2);
  drawTable(scene, new Random(1));
  assert.ok(scene.print.pixels.every((level) => level === 0));
});
