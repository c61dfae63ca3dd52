import test from 'node:test';
import { chosen, darkOnLight } from './polarity.ts';
import { assertSame, BIT, BYTE, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';
import { darkOnLight as reference } from './reference/polarity.ts';

test('darkOnLight turns a picture on dark paper into its negative, chosen takes one of two', async () => {
  const run = await openPiece({ isLight: BIT, a: BYTE, b: BYTE }, ({ isLight, a, b }) => ({
    dark: darkOnLight(a, isLight),
    chosen: chosen(isLight, a, b),
  }));
  for (const a of greyPictures(60, 13, 40)) {
    const b = a.map((_, y, x) => (y + x) % 256);
    for (const isLight of [0, 1]) {
      const result = await run({ isLight: scalar(isLight), a, b });
      assertSame(result.dark, reference(a, isLight === 1), 'darkOnLight');
      assertSame(result.chosen, isLight === 1 ? a : b, 'chosen');
    }
  }
});
