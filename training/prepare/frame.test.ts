import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../data/random.ts';
import { countUpTo, frameOf, longSide } from './frame.ts';
import { assertSame, openImagePiece, scalar } from './reference/piece.ts';
import { Matrix } from './reference/matrix.ts';

const LIMIT = 400;

test("frameOf, longSide and countUpTo tell a picture's sides", async () => {
  const run = await openImagePiece((graph, image) => {
    const frame = frameOf(graph, image);
    const { height, width, channels } = frame;
    const long = longSide(frame);
    return { height, width, channels, long, count: countUpTo(height, LIMIT) };
  });
  const random = new Random(1);
  for (let number = 0; number < 200; number += 1) {
    const [height, width] = [random.integer(1, LIMIT), random.integer(1, LIMIT)];
    const channels = random.integer(1, 4);
    const pixels = new Uint8Array(height * width * channels);
    const result = await run({ pixels, height, width, channels });
    const long = Math.max(height, width);
    for (const [name, side] of Object.entries({ height, width, channels, long })) {
      assert.deepEqual(result[name as 'long'], scalar(side), name);
    }
    assertSame(result.count, new Matrix(1, height, (_, x) => x), 'count');
  }
});
