import test from 'node:test';
import { placeByMass } from './centre-of-mass.ts';
import { frameWith } from './frame.ts';
import { gridOf } from './grid.ts';
import { placeByMass as reference } from './reference/centre-of-mass.ts';
import { assertSame, BYTE, openPiece, sidesOf } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

const LIMIT = 20;
const SIDE = { low: 1, high: LIMIT };

test('placeByMass puts the centre of mass where the reference puts it', async () => {
  const run = await openPiece({ digit: BYTE, sides: SIDE }, (inputs) => ({
    placed: placeByMass(inputs.digit, gridOf(frameWith(inputs.sides), LIMIT)),
  }));
  for (const picture of greyPictures(400, 32, LIMIT)) {
    for (const digit of [picture, picture.map((level) => Math.max(0, level - 128))]) {
      const { placed } = await run({ digit, sides: sidesOf(digit) });
      assertSame(placed, reference(digit), 'the digit placed');
    }
  }
});
