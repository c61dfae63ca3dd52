import test from 'node:test';
import { placeByMass } from './centre-of-mass.ts';
import { gridOf } from './grid.ts';
import { placeByMass as reference } from './reference/centre-of-mass.ts';
import { assertSame, BYTE, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

const LIMIT = 20;
const SIDE = { low: 1, high: LIMIT };

test('placeByMass puts the centre of mass where the reference puts it', async () => {
  const run = await openPiece({ digit: BYTE, height: SIDE, width: SIDE }, (inputs) => ({
    placed: placeByMass(inputs.digit, gridOf(inputs, LIMIT)),
  }));
  for (const picture of greyPictures(400, 32, LIMIT)) {
    for (const digit of [picture, picture.map((level) => Math.max(0, level - 128))]) {
      const { height, width } = digit;
      const { placed } = await run({ digit, height: scalar(height), width: scalar(width) });
      assertSame(placed, reference(digit), 'the digit placed');
    }
  }
});
