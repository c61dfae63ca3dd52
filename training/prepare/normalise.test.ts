import test from 'node:test';
import { frameWith } from './frame.ts';
import { findInk } from './ink.ts';
import { normalise } from './normalise.ts';
import { findInk as inkReference } from './reference/ink.ts';
import { normalise as reference } from './reference/normalise.ts';
import { assertSame, GREY, greyInputs, GROUND, openPiece, scalar } from './reference/piece.ts';
import { greyPictures, groundOf } from './reference/pictures.ts';

test('normalise brings the ink to the size, place and levels of the reference', async () => {
  const run = await openPiece({ ...GREY, ground: GROUND }, ({ grey, sides, ground }) => {
    const frame = frameWith(sides);
    return { seen: normalise(grey, frame, findInk({ picture: grey, ground }, frame)) };
  });
  const pictures = [...greyPictures(180, 30, 64), ...greyPictures(40, 31, 250)];
  for (const [number, picture] of pictures.entries()) {
    const ground = groundOf(number);
    const { seen } = await run({ ...greyInputs(picture), ground: scalar(ground) });
    assertSame(seen, reference(picture, inkReference({ picture, ground })), 'what is seen');
  }
});
