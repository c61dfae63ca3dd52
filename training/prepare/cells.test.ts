import test from 'node:test';
import { cellsOf } from './cells.ts';
import { frameWith } from './frame.ts';
import { cellsOf as reference } from './reference/cells.ts';
import { Matrix } from './reference/matrix.ts';
import { assertSame, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('cellsOf averages pictures to cells as the reference does', async () => {
  const run = await openPiece(GREY, ({ grey, sides }) => {
    const cells = cellsOf(grey, frameWith(sides));
    return {
      ...{ cells: cells.grey, height: cells.height, width: cells.width },
      ...{ rows: cells.rows, columns: cells.columns },
      ...{ longCells: cells.longCells, longPixels: cells.longPixels, isFine: cells.isFine },
    };
  });
  for (const grey of [...greyPictures(240, 7, 200), ...greyPictures(10, 8, 768)]) {
    const cells = reference(grey);
    const { height, width } = cells.grey;
    const result = await run(greyInputs(grey));
    const what = `the cells of ${grey.height}x${grey.width}`;
    assertSame(result.cells, cells.grey, what);
    assertSame(result.height, scalar(height), what);
    assertSame(result.width, scalar(width), what);
    assertSame(result.rows, new Matrix(height, 1, (y) => y), what);
    assertSame(result.columns, new Matrix(1, width, (_, x) => x), what);
    assertSame(result.longCells, scalar(cells.longCells), what);
    assertSame(result.longPixels, scalar(cells.longPixels), what);
    assertSame(result.isFine, scalar(cells.isFine ? 1 : 0), what);
  }
});
