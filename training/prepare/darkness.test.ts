import test from 'node:test';
import { cellsOf } from './cells.ts';
import { darknessOf } from './darkness.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { darknessOf as reference } from './reference/darkness.ts';
import { assertSame, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('darknessOf parts paper and ink as the reference does', async () => {
  const run = await openPiece(GREY, ({ grey, height, width }) => {
    const { isOnLight, paper, ink } = darknessOf(cellsOf(grey, { height, width }));
    return { isOnLight, paper, ink };
  });
  for (const picture of [...greyPictures(240, 14, 64), ...greyPictures(40, 15, 200)]) {
    const expected = reference(cellsReference(picture).grey);
    const result = await run(greyInputs(picture));
    assertSame(result.isOnLight, scalar(expected.isOnLight ? 1 : 0), 'isOnLight');
    assertSame(result.paper, expected.paper, 'the paper');
    assertSame(result.ink, expected.ink, 'the ink');
  }
});
