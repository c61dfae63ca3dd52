import assert from 'node:assert/strict';
import test from 'node:test';
import { cellsOf } from './cells.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { assertSame, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';
import { strokesOf as reference } from './reference/strokes.ts';
import { strokesOf } from './strokes.ts';

test('strokesOf tells strokes from scraps as the reference does', async () => {
  const run = await openPiece(GREY, ({ grey, height, width }) => {
    const cells = cellsOf(grey, { height, width });
    const { kept, near, isCoherent } = strokesOf(cells.grey, cells);
    return { kept, near, isCoherent };
  });
  let withScraps = 0;
  for (const picture of [...greyPictures(240, 22, 64), ...greyPictures(40, 23, 200)]) {
    // Any picture, taken for ink: its background must be 0 in places.
    const faint = picture.map((level) => Math.max(0, level - 90));
    const { grey, isFine } = cellsReference(faint);
    const expected = reference(grey, isFine);
    const result = await run(greyInputs(faint));
    assertSame(result.kept, expected.kept, 'kept');
    assertSame(result.near, expected.near, 'near');
    assertSame(result.isCoherent, scalar(expected.isCoherent ? 1 : 0), 'isCoherent');
    withScraps += expected.kept.sum() < expected.kept.elements.length ? 1 : 0;
  }
  assert.ok(withScraps > 30, `only ${withScraps} pictures have scraps`);
});
