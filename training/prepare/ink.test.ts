import assert from 'node:assert/strict';
import test from 'node:test';
import { findInk } from './ink.ts';
import { findInk as reference } from './reference/ink.ts';
import { assertSame, GREY, greyInputs, GROUND, openPiece, scalar } from './reference/piece.ts';
import { greyPictures, groundOf } from './reference/pictures.ts';

test('findInk finds what the reference finds', async () => {
  const run = await openPiece({ ...GREY, ground: GROUND }, ({ grey, height, width, ground }) => {
    const { kept, grain, found, box } = findInk({ picture: grey, ground }, { height, width });
    const { top, left } = box;
    return { kept, grain, found, top, left, height: box.height, width: box.width };
  });
  let found = 0;
  const pictures = [...greyPictures(180, 28, 64), ...greyPictures(40, 29, 250)];
  for (const [number, picture] of pictures.entries()) {
    const ground = groundOf(number);
    const expected = reference({ picture, ground });
    const result = await run({ ...greyInputs(picture), ground: scalar(ground) });
    assertSame(result.kept, expected.kept, 'kept');
    assertSame(result.grain, scalar(expected.grain), 'the grain');
    assertSame(result.found, scalar(expected.found ? 1 : 0), 'found');
    for (const name of ['top', 'left', 'height', 'width'] as const) {
      assertSame(result[name], scalar(expected.box[name]), `the ${name}`);
    }
    found += expected.found ? 1 : 0;
  }
  assert.ok(found > 25 && found < 190, `found in ${found} of ${pictures.length}`);
});
