import test from 'node:test';
import { cellsOf } from './cells.ts';
import { darknessOf } from './darkness.ts';
import { frameWith } from './frame.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { darknessOf as reference } from './reference/darkness.ts';
import { assertSame, BIT, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('darknessOf parts paper and ink as the reference does', async () => {
  const run = await openPiece(
    { ...GREY, isOnLight: BIT, isKnown: BIT },
    ({ grey, sides, isOnLight, isKnown }) => {
      const { paper, ink } = darknessOf(cellsOf(grey, frameWith(sides)), isOnLight, isKnown);
      return { paper, ink };
    },
  );
  const pictures = [...greyPictures(240, 14, 64), ...greyPictures(40, 15, 200)];
  for (const [number, picture] of pictures.entries()) {
    const [isOnLight, isKnown] = [number % 2 === 0, number % 5 === 0];
    const expected = reference(cellsReference(picture).grey, isOnLight, isKnown);
    const bits = { isOnLight: scalar(isOnLight ? 1 : 0), isKnown: scalar(isKnown ? 1 : 0) };
    const result = await run({ ...greyInputs(picture), ...bits });
    assertSame(result.paper, expected.paper, 'the paper');
    assertSame(result.ink, expected.ink, 'the ink');
  }
});
