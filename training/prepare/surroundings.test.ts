import test from 'node:test';
import { cellsOf } from './cells.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { assertSame, GREY, greyInputs, openPiece } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';
import * as reference from './reference/surroundings.ts';
import { closed, surroundingsOf, toCells } from './surroundings.ts';

test('the largest around and the closing are those of the reference', async () => {
  const run = await openPiece(GREY, ({ grey, height, width }) => {
    const cells = cellsOf(grey, { height, width });
    const surroundings = surroundingsOf(cells.grey, cells);
    return {
      largest: toCells(surroundings.largest, cells),
      closed: closed(surroundings, cells),
    };
  });
  for (const picture of [...greyPictures(200, 9, 64), ...greyPictures(40, 10, 200)]) {
    const { grey } = cellsReference(picture);
    const result = await run(greyInputs(picture));
    assertSame(result.largest, reference.largestAround(grey), 'the largest around');
    assertSame(result.closed, reference.closed(grey), 'the closing');
  }
});
