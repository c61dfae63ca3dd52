import test from 'node:test';
import { cellsOf } from './cells.ts';
import { inkBox } from './ink-box.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { inkBox as reference } from './reference/ink-box.ts';
import { assertSame, BIT, GREY, greyInputs, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

test('inkBox lies as closely around the ink as the reference', async () => {
  const run = await openPiece({ ...GREY, mask: BIT }, ({ grey, mask, height, width }) => {
    const { top, left, ...size } = inkBox(mask, cellsOf(grey, { height, width }), {
      height,
      width,
    });
    return { top, left, height: size.height, width: size.width };
  });
  for (const picture of [...greyPictures(300, 26, 200), ...greyPictures(10, 27, 512)]) {
    const cells = cellsReference(picture);
    const half = Math.floor(cells.grey.largest() / 2);
    const inked = cells.grey.map((level) => (level > half ? 1 : 0));
    for (const mask of [inked, inked.map((cell, y, x) => ((y + x) % 5 === 4 ? cell : 0))]) {
      const box = reference(mask, cells, picture);
      const result = await run({ ...greyInputs(picture), mask });
      for (const name of ['top', 'left', 'height', 'width'] as const) {
        assertSame(result[name], scalar(box[name]), `the ${name}`);
      }
    }
  }
});
