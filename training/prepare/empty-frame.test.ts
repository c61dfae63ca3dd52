import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../data/random.ts';
import { cellsOf } from './cells.ts';
import { coarseOf } from './coarse.ts';
import { isEmptyFrame } from './empty-frame.ts';
import { frameWith } from './frame.ts';
import { isEmptyFrame as reference } from './reference/empty-frame.ts';
import { Matrix } from './reference/matrix.ts';
import { assertSame, BIT, GREY, openPiece, scalar, sidesOf } from './reference/piece.ts';

/** Pictures of as many pixels have a square for each. */
const LIMIT = 63;

const run = await openPiece({ ...GREY, mask: BIT }, ({ grey, sides, mask }) => ({
  isEmpty: isEmptyFrame(mask, coarseOf(cellsOf(grey, frameWith(sides)))),
}));

/** The same as the reference's, which it returns. */
async function isEmpty(mask: Matrix): Promise<boolean> {
  const { height, width } = mask;
  const roundedUp = (side: number) => Math.ceil(side / 8) * 8;
  const padded = new Matrix(roundedUp(height), roundedUp(width), (y, x) =>
    y < height && x < width ? mask.at(y, x) : 0,
  );
  const grey = mask.map(() => 0);
  const result = await run({ grey, sides: sidesOf(mask), mask: padded });
  const expected = reference(mask);
  assertSame(result.isEmpty, scalar(expected ? 1 : 0), `isEmpty of ${height}x${width}`);
  return expected;
}

function fromEdge({ height, width }: Matrix, y: number, x: number): number {
  return Math.min(y, x, height - 1 - y, width - 1 - x);
}

test('isEmptyFrame knows frames and plain areas as the reference does', async () => {
  let empty = 0;
  for (let number = 0; number < 300; number += 1) {
    const random = new Random(36, number);
    const whole = new Matrix(random.integer(1, LIMIT), random.integer(1, LIMIT), () => 0);
    const [breadth, dirt] = [random.integer(0, 4), random.between(0, 0.4)];
    const isFrame = random.chance(0.5);
    const mask = whole.map((_, y, x) => {
      const isInk = fromEdge(whole, y, x) < breadth === isFrame;
      return isInk !== random.chance(dirt) ? 1 : 0;
    });
    empty += (await isEmpty(mask)) ? 1 : 0;
  }
  assert.ok(empty > 60 && empty < 240, `${empty} of 300 are empty`);
});

test('isEmptyFrame takes just over 3/4 of the border for a frame, and not 3/4', async () => {
  // A border of 76 squares, of which 57 are 3/4.
  const partly = (covered: number) => {
    let left = covered;
    const whole = new Matrix(20, 20, () => 0);
    return whole.map((_, y, x) => (fromEdge(whole, y, x) === 0 && (left -= 1) >= 0 ? 1 : 0));
  };
  assert.equal(await isEmpty(partly(57)), false);
  assert.equal(await isEmpty(partly(58)), true);
});

test('isEmptyFrame takes what fills 7/8 of a large box for an area, unless it is as long as a 1', async () => {
  const filled = (side: number, height: number, width: number, holes: number) => {
    let left = holes;
    // The holes are in the second row and on, so that no row or column is empty.
    return new Matrix(side, side, (y, x) => {
      const [row, column] = [y - 1, x - 1];
      const isInside = row >= 0 && row < height && column >= 0 && column < width;
      const isHole = isInside && row > 0 && column > 0 && (left -= 1) >= 0;
      return isInside && !isHole ? 1 : 0;
    });
  };
  assert.equal(await isEmpty(filled(14, 8, 8, 8)), true);
  assert.equal(await isEmpty(filled(14, 8, 8, 9)), false);
  assert.equal(await isEmpty(filled(16, 8, 8, 0)), false);
  assert.equal(await isEmpty(filled(20, 15, 8, 0)), true);
  assert.equal(await isEmpty(filled(20, 16, 8, 0)), false);
  assert.equal(await isEmpty(filled(20, 8, 16, 0)), false);
});
