import test from 'node:test';
import { findInk } from './ink.ts';
import { normalise } from './normalise.ts';
import { findInk as inkReference } from './reference/ink.ts';
import { normalise as reference } from './reference/normalise.ts';
import { assertSame, GREY, greyInputs, openPiece } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('normalise brings the ink to the size, place and levels of the reference', async () => {
  const run = await openPiece(GREY, ({ grey, height, width }) => {
    const frame = { height, width };
    return { seen: normalise(grey, frame, findInk(grey, frame)) };
  });
  for (const picture of [...greyPictures(180, 30, 64), ...greyPictures(40, 31, 250)]) {
    const { seen } = await run(greyInputs(picture));
    assertSame(seen, reference(picture, inkReference(picture)), 'what is seen');
  }
});
