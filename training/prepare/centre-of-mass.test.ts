import test from 'node:test';
import { DIGIT_SIDE, placeByMass } from './centre-of-mass.ts';
import { placeByMass as reference } from './reference/centre-of-mass.ts';
import { Matrix } from './reference/matrix.ts';
import { assertSame, BYTE, openPiece, sidesOf } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

const SIDE = { low: 1, high: DIGIT_SIDE };

test('placeByMass puts the centre of mass where the reference puts it', async () => {
  const run = await openPiece({ digit: BYTE, sides: SIDE }, (inputs) => ({
    placed: placeByMass(inputs.digit, inputs.sides),
  }));
  for (const picture of greyPictures(400, 32, DIGIT_SIDE)) {
    for (const digit of [picture, picture.map((level) => Math.max(0, level - 128))]) {
      const { placed } = await run({ digit: padded(digit), sides: sidesOf(digit) });
      assertSame(placed, reference(digit), 'the digit placed');
    }
  }
});

function padded(digit: Matrix): Matrix {
  return new Matrix(DIGIT_SIDE, DIGIT_SIDE, (y, x) =>
    y < digit.height && x < digit.width ? digit.at(y, x) : 0,
  );
}
