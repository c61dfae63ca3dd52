import assert from 'node:assert/strict';
import test from 'node:test';
import { Whole } from '../exact/whole.ts';
import { cellsOf } from './cells.ts';
import { coarseOf } from './coarse.ts';
import { frameWith } from './frame.ts';
import { levelsOf } from './levels.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import { levelsOf as levelsReference } from './reference/levels.ts';
import { Matrix } from './reference/matrix.ts';
import {
  assertSame,
  BYTE,
  GREY,
  greyInputs,
  GROUND,
  openPiece,
  scalar,
} from './reference/piece.ts';
import { greyPictures, groundOf } from './reference/pictures.ts';
import { segment as reference } from './reference/segment.ts';
import { segment } from './segment.ts';

test('levelsOf stretches the levels of squares as the reference does', async () => {
  const run = await openPiece(GREY, ({ grey, sides }) => {
    const levels = levelsOf(coarseOf(cellsOf(grey, frameWith(sides))));
    return { levels: new Whole(grey.graph, levels, BYTE) };
  });
  for (const picture of [...greyPictures(150, 20, 64), ...greyPictures(60, 21, 250)]) {
    const { grey, isFine } = cellsReference(picture);
    const { height, width, channels, values } = levelsReference(grey, isFine);
    const expected = new Matrix(1, height * width * channels, (_, at) => values[at] ?? NaN);
    assertSame((await run(greyInputs(picture))).levels, expected, 'the levels');
  }
});

test("segment tells the digit's ink from all else as the reference does", async () => {
  const run = await openPiece({ ...GREY, ground: GROUND }, ({ grey, sides, ground }) => {
    const { isOnLight, strokes } = segment(coarseOf(cellsOf(grey, frameWith(sides))), ground);
    return { isOnLight, strokes };
  });
  let [light, inked] = [0, 0];
  const pictures = [...greyPictures(220, 22, 64), ...greyPictures(40, 23, 200)];
  for (const [number, picture] of pictures.entries()) {
    const { grey, isFine } = cellsReference(picture);
    const ground = groundOf(number);
    const expected = reference(grey, isFine, ground);
    const result = await run({ ...greyInputs(picture), ground: scalar(ground) });
    assertSame(result.isOnLight, scalar(expected.isOnLight ? 1 : 0), 'isOnLight');
    assertSame(result.strokes, expected.strokes, 'the strokes');
    light += expected.isOnLight ? 1 : 0;
    inked += expected.strokes.largest();
  }
  assert.ok(light > 60 && light < 240, `${light} of ${pictures.length} are light`);
  assert.ok(inked > 20 && inked < 240, `${inked} of ${pictures.length} have ink`);
});
