import test from 'node:test';
import { cellsOf } from './cells.ts';
import { frameWith } from './frame.ts';
import { coarseOf, fromCoarse, SIDE_MULTIPLE, toCoarse } from './coarse.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import * as reference from './reference/coarse.ts';
import { Matrix } from './reference/matrix.ts';
import { assertSame, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('toCoarse and fromCoarse join and part squares of cells as the reference does', async () => {
  const run = await openPiece(GREY, ({ grey, sides }) => {
    const cells = cellsOf(grey, frameWith(sides));
    const coarse = coarseOf(cells);
    const joined = toCoarse(cells.grey, coarse);
    const { height: rows, width: columns, inside } = coarse;
    const parted = fromCoarse(joined, coarse);
    return { rows, columns, inside, joined: joined.times(inside), parted };
  });
  for (const picture of [...greyPictures(150, 20, 64), ...greyPictures(90, 21, 250)]) {
    const { grey, isFine } = cellsReference(picture);
    const side = isFine ? 2 : 1;
    const squares = reference.toCoarse(grey, side);
    const padded = (change: (y: number, x: number) => number) =>
      new Matrix(roundedUp(squares.height), roundedUp(squares.width), change);
    const joined = padded((y, x) =>
      y < squares.height && x < squares.width ? squares.at(y, x) : 0,
    );
    const inside = padded((y, x) => (y < squares.height && x < squares.width ? 1 : 0));
    const result = await run(greyInputs(picture));
    assertSame(result.rows, scalar(joined.height), 'rows');
    assertSame(result.columns, scalar(joined.width), 'columns');
    assertSame(result.inside, inside, 'inside');
    assertSame(result.joined, joined, 'toCoarse');
    assertSame(result.parted, reference.fromCoarse(squares, side, grey), 'fromCoarse');
  }
});

function roundedUp(side: number): number {
  return Math.ceil(side / SIDE_MULTIPLE) * SIDE_MULTIPLE;
}
