import assert from 'node:assert/strict';
import test from 'node:test';
import { meanOverDigits, plainly, SHEET } from './sheet.ts';

/** The digit is seen as on a sheet without these scraps. */
async function assertLeftOut(level: number, isScrap: (x: number, y: number) => boolean) {
  const difference = await meanOverDigits((x, y, ink) => (isScrap(x, y) ? level : plainly(ink)));
  assert.ok(difference < 6, `they differ by ${difference} levels in the mean`);
}

test('a line along an edge of the picture is left out', async () => {
  await assertLeftOut(30, (x) => x < 6);
});

test('grid lines on all four sides are left out', async () => {
  const last = SHEET.width - 1;
  const fromEdge = (x: number, y: number) => Math.min(x, y, last - x, last - y);
  await assertLeftOut(30, (x, y) => fromEdge(x, y) < 1);
  for (const breadth of [2, 3, 6]) {
    const isLine = (at: number) => at >= 10 && at < 10 + breadth;
    // With the lines' own ends, which reach to the edge.
    await assertLeftOut(30, (x, y) => [x, y, last - x, last - y].some(isLine));
  }
});

test('a speck of dirt and the tail of a neighbour are left out', async () => {
  await assertLeftOut(60, (x, y) => {
    const isSpeck = Math.hypot(x - 25, y - 30) < 4;
    const isTail = x > 225 && y > 100 && y < 130;
    return isSpeck || isTail;
  });
});
