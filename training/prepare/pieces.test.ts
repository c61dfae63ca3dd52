import assert from 'node:assert/strict';
import test from 'node:test';
import { frameWith } from './frame.ts';
import { gridOf } from './grid.ts';
import { withoutSmallPieces } from './pieces.ts';
import { assertSame, BIT, openPiece, sidesOf } from './reference/piece.ts';
import { withoutSmallPieces as reference } from './reference/pieces.ts';
import { masks } from './reference/pictures.ts';

/** Of the grid of squares on which strokes are followed. */
const LIMIT = 64;
const SIDE = { low: 1, high: LIMIT };

test('withoutSmallPieces leaves the pieces that the reference leaves', async () => {
  const run = await openPiece({ mask: BIT, sides: SIDE }, (inputs) => ({
    left: withoutSmallPieces(inputs.mask, gridOf(frameWith(inputs.sides), LIMIT)),
  }));
  let smaller = 0;
  for (const picture of masks(400, 24, LIMIT)) {
    // Sparse, so that there are empty rows and columns between pieces.
    const mask = picture.map((cell, y, x) => (y % 7 < 5 && x % 9 < 6 ? cell : 0));
    const expected = reference(mask);
    const { left } = await run({ mask, sides: sidesOf(mask) });
    assertSame(left, expected, 'what is left');
    smaller += expected.sum() < mask.sum() ? 1 : 0;
  }
  assert.ok(smaller > 100, `only ${smaller} pictures have small pieces`);
});
