import assert from 'node:assert/strict';
import test from 'node:test';
import { isCoherent } from './coherence.ts';
import { gridOf } from './grid.ts';
import { isCoherent as reference } from './reference/coherence.ts';
import { assertSame, BIT, openPiece, scalar } from './reference/piece.ts';
import { masks } from './reference/pictures.ts';

/** Of the grid of squares on which strokes are followed. */
const LIMIT = 64;
const SIDE = { low: 1, high: LIMIT };

test('isCoherent tells strokes from noise as the reference does', async () => {
  const run = await openPiece({ mask: BIT, height: SIDE, width: SIDE }, (inputs) => ({
    isCoherent: isCoherent(inputs.mask, gridOf(inputs, LIMIT)),
  }));
  let noise = 0;
  for (const mask of masks(500, 25, LIMIT)) {
    const expected = reference(mask);
    const { height, width } = mask;
    const result = await run({ mask, height: scalar(height), width: scalar(width) });
    assertSame(result.isCoherent, scalar(expected ? 1 : 0), 'isCoherent');
    noise += expected ? 0 : 1;
  }
  assert.ok(noise > 50 && noise < 300, `${noise} of 500 are noise`);
});
