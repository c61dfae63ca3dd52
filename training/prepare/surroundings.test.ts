import test from 'node:test';
import { Whole } from '../exact/whole.ts';
import { cellsOf, type Cells } from './cells.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { assertSame, GREY, greyInputs, openPiece } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';
import * as reference from './reference/surroundings.ts';
import { frameWith } from './frame.ts';
import { BLOCK, closed, MARGIN, surroundingsOf } from './surroundings.ts';

test('the largest around and the closing are those of the reference', async () => {
  const run = await openPiece(GREY, ({ grey, sides }) => {
    const cells = cellsOf(grey, frameWith(sides));
    const surroundings = surroundingsOf(cells.grey, cells);
    return {
      largest: toCells(surroundings.largest, cells),
      closed: closed(surroundings, cells, Whole.matrix(grey.graph, 1, [0])),
    };
  });
  for (const picture of [...greyPictures(200, 9, 64), ...greyPictures(40, 10, 200)]) {
    const { grey } = cellsReference(picture);
    const result = await run(greyInputs(picture));
    assertSame(result.largest, reference.largestAround(grey), 'the largest around');
    assertSame(result.closed, reference.closed(grey), 'the closing');
  }
});

/** From the blocks of the picture and those around it to its cells: to each what its block has. */
function toCells(around: Whole, cells: Cells): Whole {
  const block = (places: Whole) => places.plus(MARGIN * BLOCK).dividedBy(BLOCK);
  return around.asMatrix().gather(block(cells.columns), 1).gather(block(cells.rows), 0);
}
