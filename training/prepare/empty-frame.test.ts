import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../data/random.ts';
import { isEmptyFrame } from './empty-frame.ts';
import { gridOf } from './grid.ts';
import { isEmptyFrame as reference } from './reference/empty-frame.ts';
import { Matrix } from './reference/matrix.ts';
import { assertSame, BIT, openPiece, scalar } from './reference/piece.ts';
import { masks } from './reference/pictures.ts';

/** Of the grid of squares on which strokes are followed. */
const LIMIT = 64;
const SIDE = { low: 1, high: LIMIT };

const run = await openPiece({ mask: BIT, border: BIT, height: SIDE, width: SIDE }, (inputs) => ({
  isEmpty: isEmptyFrame(inputs.mask, inputs.border, gridOf(inputs, LIMIT)),
}));

/** The same as the reference's, which it returns. */
async function isEmpty(mask: Matrix): Promise<boolean> {
  const { height, width } = mask;
  const border = mask.map((_, y, x) => (fromEdge(mask, y, x) === 0 ? 1 : 0));
  const result = await run({ mask, border, height: scalar(height), width: scalar(width) });
  const expected = reference(mask);
  assertSame(result.isEmpty, scalar(expected ? 1 : 0), `isEmpty of ${height}x${width}`);
  return expected;
}

function fromEdge({ height, width }: Matrix, y: number, x: number): number {
  return Math.min(y, x, height - 1 - y, width - 1 - x);
}

/** A frame or the area in it, with some of its places turned over. */
function* frames(count: number): Generator<Matrix> {
  for (let number = 0; number < count; number += 1) {
    const random = new Random(36, number);
    const [height, width] = [random.integer(1, LIMIT), random.integer(1, LIMIT)];
    const [breadth, dirt] = [random.integer(0, 4), random.between(0, 0.3)];
    const isFrame = random.chance(0.5);
    const whole = new Matrix(height, width, () => 0);
    yield whole.map((_, y, x) => {
      const isInk = fromEdge(whole, y, x) < breadth === isFrame;
      return isInk !== random.chance(dirt) ? 1 : 0;
    });
  }
}

test('isEmptyFrame knows frames and plain areas as the reference does', async () => {
  let [empty, number] = [0, 0];
  for (const mask of [...masks(300, 37, LIMIT), ...frames(300)]) {
    empty += (await isEmpty(mask)) ? 1 : 0;
    number += 1;
  }
  assert.ok(empty > 150 && empty < 450, `${empty} of ${number} are empty`);
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

test('isEmptyFrame takes what fills 7/8 of its box for an area, unless it is as long as a 1', async () => {
  const filled = (height: number, width: number, holes: number) => {
    let left = holes;
    // The holes are in the second row and on, so that no row or column is empty.
    return new Matrix(40, 40, (y, x) => {
      const [row, column] = [y - 10, x - 10];
      const isInside = row >= 0 && row < height && column >= 0 && column < width;
      const isHole = isInside && row > 0 && column > 0 && (left -= 1) >= 0;
      return isInside && !isHole ? 1 : 0;
    });
  };
  assert.equal(await isEmpty(filled(8, 8, 8)), true);
  assert.equal(await isEmpty(filled(8, 8, 9)), false);
  assert.equal(await isEmpty(filled(15, 8, 0)), true);
  assert.equal(await isEmpty(filled(16, 8, 0)), false);
  assert.equal(await isEmpty(filled(8, 16, 0)), false);
});
