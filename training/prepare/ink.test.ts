import assert from 'node:assert/strict';
import test from 'node:test';
import { frameWith } from './frame.ts';
import { findInk } from './ink.ts';
import { findInk as reference } from './reference/ink.ts';
import { Matrix } from './reference/matrix.ts';
import {
  assertSame,
  GREY,
  greyInputs,
  GROUND,
  openPiece,
  scalar,
  sidesOf,
  topLeftOf,
} from './reference/piece.ts';
import { greyPictures, groundOf } from './reference/pictures.ts';

/** Bars of 4 to 36 pixels in pictures of 15 to 22 along a side: about as much ink as must be there, and less. */
function* tinyBars(): Generator<Matrix> {
  for (const side of [15, 18, 22]) {
    for (let breadth = 1; breadth <= 3; breadth += 1) {
      for (let length = 4; length <= 12; length += 1) {
        const isInk = (y: number, x: number) =>
          x >= 7 && x < 7 + breadth && y >= 3 && y < 3 + length;
        yield new Matrix(side, side, (y, x) => (isInk(y, x) ? 20 : 230));
      }
    }
  }
}

test('findInk finds what the reference finds', async () => {
  const run = await openPiece({ ...GREY, ground: GROUND }, ({ grey, sides, ground }) => {
    const { kept, grain, found, box } = findInk({ picture: grey, ground }, frameWith(sides));
    return { kept, grain, found, topLeft: box.topLeft, sides: box.sides };
  });
  let found = 0;
  const pictures = [...greyPictures(180, 28, 64), ...greyPictures(40, 29, 250), ...tinyBars()];
  for (const [number, picture] of pictures.entries()) {
    const ground = groundOf(number);
    const expected = reference({ picture, ground });
    const result = await run({ ...greyInputs(picture), ground: scalar(ground) });
    assertSame(result.kept, expected.kept, 'kept');
    assertSame(result.grain, scalar(expected.grain), 'the grain');
    assertSame(result.found, scalar(expected.found ? 1 : 0), 'found');
    assertSame(result.topLeft, topLeftOf(expected.box), 'the corner of the box');
    assertSame(result.sides, sidesOf(expected.box), 'the sides of the box');
    found += expected.found ? 1 : 0;
  }
  assert.ok(found > 25 && found < 190, `found in ${found} of ${pictures.length}`);
});
