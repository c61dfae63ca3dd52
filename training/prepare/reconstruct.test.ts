import test from 'node:test';
import { reconstruct } from './reconstruct.ts';
import { assertSame, BYTE, openPiece } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';
import { reconstruct as reference } from './reference/reconstruct.ts';

test('reconstruct spreads as far as the reference, in 1 to 40 steps', async () => {
  for (const [seed, steps] of [1, 2, 7, 40].entries()) {
    const run = await openPiece({ marker: BYTE, mask: BYTE }, ({ marker, mask }) => ({
      spread: reconstruct(marker, mask, steps),
    }));
    for (const mask of greyPictures(60, 16 + seed, 40)) {
      const marker = mask.map((level, y, x) => ((y * 5 + x * 3) % 31 === 0 ? level >> 1 : 0));
      const { spread } = await run({ marker, mask });
      assertSame(spread, reference(marker, mask, steps), `${steps} steps`);
    }
  }
});
