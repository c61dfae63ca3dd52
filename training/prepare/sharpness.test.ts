import assert from 'node:assert/strict';
import test from 'node:test';
import { Matrix } from './reference/matrix.ts';
import { assertSame, BIT, BYTE, openPiece, scalar } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';
import { isSharp as reference } from './reference/sharpness.ts';
import { isSharp } from './sharpness.ts';

const run = await openPiece({ ink: BYTE, mask: BIT, darkest: BYTE }, (inputs) => ({
  isSharp: isSharp(inputs.ink, inputs.mask, inputs.darkest),
}));

/** The same as the reference's, which it returns. */
async function sharpness(ink: Matrix, mask: Matrix): Promise<boolean> {
  const darkest = ink.largest();
  const result = await run({ ink, mask, darkest: scalar(darkest) });
  const expected = reference(ink, mask, darkest);
  assertSame(result.isSharp, scalar(expected ? 1 : 0), 'isSharp');
  return expected;
}

test('isSharp finds edges where the reference finds them', async () => {
  let [sharp, number] = [0, 0];
  for (const picture of greyPictures(400, 38, 64)) {
    // Some with soft edges only, some with a mask that leaves edges out.
    const soft = picture.map((level) => (number % 3 === 0 ? 128 + (level >> 2) : level));
    const darkest = soft.largest();
    const mask = soft.map((level, _y, x) =>
      level * 2 > darkest && x % (number % 5) !== 1 ? 1 : 0,
    );
    sharp += (await sharpness(soft, mask)) ? 1 : 0;
    number += 1;
  }
  assert.ok(sharp > 100 && sharp < 300, `${sharp} of ${number} are sharp`);
});

test('isSharp calls a rise of just over 3/8 of the darkest between one side and the other an edge', async () => {
  const everywhere = (ink: Matrix) => ink.map(() => 1);
  const slope = (rise: number) => new Matrix(9, 9, (_, x) => Math.min(200, x * rise));
  // Over two squares 3/8 of 200 are 75.
  for (const [rise, isEdge] of [
    [37, false],
    [38, true],
  ] as const) {
    assert.equal(await sharpness(slope(rise), everywhere(slope(rise))), isEdge, `rises by ${rise}`);
  }
});

test('isSharp looks for edges in the mask only', async () => {
  const ink = new Matrix(9, 9, (_, x) => (x < 3 ? 0 : 200));
  assert.equal(
    await sharpness(
      ink,
      ink.map((_, _y, x) => (x > 3 ? 1 : 0)),
    ),
    false,
  );
  assert.equal(
    await sharpness(
      ink,
      ink.map((_, _y, x) => (x === 3 ? 1 : 0)),
    ),
    true,
  );
});
