import assert from 'node:assert/strict';
import test from 'node:test';
import { cellsOf } from './cells.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { assertSame, BIT, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';
import { strokesOf as reference } from './reference/strokes.ts';
import { strokesOf } from './strokes.ts';

test('strokesOf tells strokes from scraps as the reference does', async () => {
  const run = await openPiece({ ...GREY, isAllInk: BIT }, ({ grey, height, width, isAllInk }) => {
    const cells = cellsOf(grey, { height, width });
    const { kept, near, isDrawn } = strokesOf(cells.grey, cells, isAllInk);
    return { kept, near, isDrawn };
  });
  let [withScraps, drawn] = [0, 0];
  const pictures = [...greyPictures(240, 22, 64), ...greyPictures(40, 23, 200)];
  for (const [number, picture] of pictures.entries()) {
    // Any picture, taken for ink: its background must be 0 in places.
    const faint = picture.map((level) => Math.max(0, level - 90));
    const { grey, isFine } = cellsReference(faint);
    const isAllInk = number % 5 === 0;
    const expected = reference(grey, isFine, isAllInk);
    const result = await run({ ...greyInputs(faint), isAllInk: scalar(isAllInk ? 1 : 0) });
    assertSame(result.kept, expected.kept, 'kept');
    assertSame(result.near, expected.near, 'near');
    assertSame(result.isDrawn, scalar(expected.isDrawn ? 1 : 0), 'isDrawn');
    drawn += expected.isDrawn ? 1 : 0;
    withScraps += expected.kept.sum() < expected.kept.elements.length ? 1 : 0;
  }
  assert.ok(withScraps > 30, `only ${withScraps} pictures have scraps`);
  assert.ok(drawn > 60 && drawn < 220, `${drawn} of ${pictures.length} are drawn`);
});
