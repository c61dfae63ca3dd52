import test from 'node:test';
import assert from 'node:assert/strict';
import { cellsOf } from './cells.ts';
import { chosen, darkOnLight, paperIsLight } from './paper-is-light.ts';
import { cellsOf as cellsReference } from './reference/cells.ts';
import * as reference from './reference/paper-is-light.ts';
import {
  assertSame,
  BIT,
  BYTE,
  GREY,
  greyInputs,
  GROUND,
  openPiece,
  scalar,
} from './reference/piece.ts';
import { greyPictures, groundOf } from './reference/pictures.ts';
import { surroundingsOf } from './surroundings.ts';

test('paperIsLight tells light paper from dark as the reference does', async () => {
  const run = await openPiece({ ...GREY, ground: GROUND }, ({ grey, height, width, ground }) => {
    const cells = cellsOf(grey, { height, width });
    const lightest = surroundingsOf(cells.grey, cells);
    const darkest = surroundingsOf(cells.grey.subtractedFrom(255), cells);
    return { isLight: paperIsLight(cells, { lightest, darkest }, ground) };
  });
  let light = 0;
  const pictures = [...greyPictures(300, 11, 64), ...greyPictures(60, 12, 200)];
  for (const [number, picture] of pictures.entries()) {
    const ground = groundOf(number);
    const isLight = reference.paperIsLight(cellsReference(picture).grey, ground);
    const result = await run({ ...greyInputs(picture), ground: scalar(ground) });
    assertSame(result.isLight, scalar(isLight ? 1 : 0), 'paperIsLight');
    light += isLight ? 1 : 0;
  }
  assert.ok(light > 100 && light < 260, `${light} of ${pictures.length} are light`);
});

test('darkOnLight turns a picture on dark paper into its negative, chosen takes one of two', async () => {
  const run = await openPiece({ isLight: BIT, a: BYTE, b: BYTE }, ({ isLight, a, b }) => ({
    dark: darkOnLight(a, isLight),
    chosen: chosen(isLight, a, b),
  }));
  for (const a of greyPictures(60, 13, 40)) {
    const b = a.map((_, y, x) => (y + x) % 256);
    for (const isLight of [0, 1]) {
      const result = await run({ isLight: scalar(isLight), a, b });
      assertSame(result.dark, reference.darkOnLight(a, isLight === 1), 'darkOnLight');
      assertSame(result.chosen, isLight === 1 ? a : b, 'chosen');
    }
  }
});
