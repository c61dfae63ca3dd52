import test from 'node:test';
import { cellsOf } from './cells.ts';
import { coarseOf, fromCoarse, toCoarse } from './coarse.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import * as reference from './reference/coarse.ts';
import { assertSame, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('toCoarse and fromCoarse join and part squares of cells as the reference does', async () => {
  const run = await openPiece(GREY, ({ grey, height, width }) => {
    const cells = cellsOf(grey, { height, width });
    const coarse = coarseOf(cells);
    const joined = toCoarse(cells.grey, coarse);
    const { height: rows, width: columns } = coarse;
    return { rows, columns, joined, parted: fromCoarse(joined, coarse) };
  });
  for (const picture of [...greyPictures(150, 20, 64), ...greyPictures(90, 21, 250)]) {
    const { grey, isFine } = cellsReference(picture);
    const side = isFine ? 2 : 1;
    const joined = reference.toCoarse(grey, side);
    const result = await run(greyInputs(picture));
    assertSame(result.rows, scalar(joined.height), 'rows');
    assertSame(result.columns, scalar(joined.width), 'columns');
    assertSame(result.joined, joined, 'toCoarse');
    const parted = reference.fromCoarse(joined, side, grey);
    assertSame(result.parted, parted, 'fromCoarse');
  }
});
