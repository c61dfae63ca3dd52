import test from 'node:test';
import { cellsOf } from './cells.ts';
import { darknessOf } from './darkness.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { darknessOf as reference } from './reference/darkness.ts';
import { assertSame, GREY, greyInputs, GROUND, openPiece, scalar } from './reference/piece.ts';
import { greyPictures, groundOf } from './reference/pictures.ts';

test('darknessOf parts paper and ink as the reference does', async () => {
  const run = await openPiece({ ...GREY, ground: GROUND }, ({ grey, height, width, ground }) => {
    const { isOnLight, paper, ink } = darknessOf(cellsOf(grey, { height, width }), ground);
    return { isOnLight, paper, ink };
  });
  const pictures = [...greyPictures(240, 14, 64), ...greyPictures(40, 15, 200)];
  for (const [number, picture] of pictures.entries()) {
    const ground = groundOf(number);
    const expected = reference(cellsReference(picture).grey, ground);
    const result = await run({ ...greyInputs(picture), ground: scalar(ground) });
    assertSame(result.isOnLight, scalar(expected.isOnLight ? 1 : 0), 'isOnLight');
    assertSame(result.paper, expected.paper, 'the paper');
    assertSame(result.ink, expected.ink, 'the ink');
  }
});
