import test from 'node:test';
import { cellsOf } from './cells.ts';
import { frameWith } from './frame.ts';
import { inkBox } from './ink-box.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { inkBox as reference } from './reference/ink-box.ts';
import {
  assertSame,
  BIT,
  GREY,
  greyInputs,
  openPiece,
  sidesOf,
  topLeftOf,
} from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('inkBox lies as closely around the ink as the reference', async () => {
  const run = await openPiece({ ...GREY, mask: BIT }, ({ grey, mask, sides }) => {
    const frame = frameWith(sides);
    const box = inkBox(mask, cellsOf(grey, frame), frame);
    return { topLeft: box.topLeft, sides: box.sides };
  });
  for (const picture of [...greyPictures(300, 26, 200), ...greyPictures(10, 27, 768)]) {
    const cells = cellsReference(picture);
    const half = Math.floor(cells.grey.largest() / 2);
    const inked = cells.grey.map((level) => (level > half ? 1 : 0));
    for (const mask of [inked, inked.map((cell, y, x) => ((y + x) % 5 === 4 ? cell : 0))]) {
      const box = reference(mask, cells, picture);
      const result = await run({ ...greyInputs(picture), mask });
      assertSame(result.topLeft, topLeftOf(box), 'the corner');
      assertSame(result.sides, sidesOf(box), 'the sides');
    }
  }
});
