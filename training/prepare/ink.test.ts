import assert from 'node:assert/strict';
import test from 'node:test';
import { findInk } from './ink.ts';
import { findInk as reference } from './reference/ink.ts';
import { assertSame, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('findInk finds what the reference finds', async () => {
  const run = await openPiece(GREY, ({ grey, height, width }) => {
    const { kept, grain, found, box } = findInk(grey, { height, width });
    const { top, left } = box;
    return { kept, grain, found, top, left, height: box.height, width: box.width };
  });
  let found = 0;
  const pictures = [...greyPictures(180, 28, 64), ...greyPictures(40, 29, 250)];
  for (const picture of pictures) {
    const expected = reference(picture);
    const result = await run(greyInputs(picture));
    assertSame(result.kept, expected.kept, 'kept');
    assertSame(result.grain, scalar(expected.grain), 'the grain');
    assertSame(result.found, scalar(expected.found ? 1 : 0), 'found');
    for (const name of ['top', 'left', 'height', 'width'] as const) {
      assertSame(result[name], scalar(expected.box[name]), `the ${name}`);
    }
    found += expected.found ? 1 : 0;
  }
  assert.ok(found > 80 && found < 190, `found in ${found} of ${pictures.length}`);
});
