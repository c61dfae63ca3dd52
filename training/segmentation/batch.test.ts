import assert from 'node:assert/strict';
import test from 'node:test';
import { tf } from '../onnx/peer.ts';
import { batchCount, batchesOf, framedLevels, levelsTensor, targetTensors } from './batch.ts';
import { TARGETS, type Example } from './example.ts';

const FRAME = 64;

function example(height: number, width: number, targets: readonly number[]): Example {
  const count = height * width;
  return {
    ...{ height, width },
    levels: Uint8Array.from({ length: count * 3 }, (_, index) => (index * 7) % 256),
    targets: Uint8Array.from({ length: count }, (_, index) => targets[index] ?? TARGETS.paper),
  };
}

test('an epoch has every example once, in an order of its own', () => {
  const examples = Array.from({ length: 70 }, (_, index) => example(8, 8, [index % 3]));
  const epochs = [1, 2].map((epoch) => [...batchesOf(examples, 1, epoch)]);
  for (const batches of epochs) {
    assert.deepEqual(
      batches.map(({ length }) => length),
      [32, 32, 6],
    );
    assert.equal(batches.length, batchCount(examples));
    assert.equal(new Set(batches.flat()).size, 70);
  }
  assert.notDeepEqual(epochs[0], epochs[1]);
});

test('pictures of all sizes lie at the top left of the largest frame', () => {
  const batch = [example(8, 16, []), example(64, 64, [])];
  const levels = framedLevels(batch);
  for (const [index, { height, width, levels: own }] of batch.entries()) {
    for (const [y, x] of [
      [0, 0],
      [7, 15],
      [8, 3],
      [63, 63],
    ] as const) {
      const isInside = y < height && x < width;
      const level = isInside ? (own[(y * width + x) * 3 + 1] ?? NaN) : 0;
      const place = ((index * FRAME + y) * FRAME + x) * 3 + 1;
      assert.equal(levels[place], Math.fround(level * Math.fround(1 / 255)));
    }
  }
  assert.deepEqual(levelsTensor(tf, batch).shape, [2, FRAME, FRAME, 3]);
});

test('dark and light ink have a map each; the unknown weighs nothing, and each picture alike', () => {
  const { darkInk, lightInk, unknown } = TARGETS;
  const inked = example(8, 8, [darkInk, lightInk, unknown]);
  const blank = example(64, 64, []);
  const { targets, weights } = targetTensors(tf, [inked, blank]);
  const target = targets.dataSync<'float32'>();
  const weight = weights.dataSync<'float32'>();
  assert.deepEqual([...target.subarray(0, 8)], [1, 0, 0, 1, 0, 0, 0, 0]);
  assert.ok([0, 1, 2, 3, 6, 7].every((place) => (weight[place] ?? 0) > 0));
  assert.deepEqual([...weight.subarray(4, 6)], [0, 0]);
  assert.equal(weight[8 * 2], 0, 'beyond the first picture');
  const ofPicture = (index: number) =>
    weight
      .subarray(index * FRAME * FRAME * 2, (index + 1) * FRAME * FRAME * 2)
      .reduce((sum, own) => sum + own, 0);
  // 63 known squares, 2 of them inked; of the blank picture 4096, which weigh 0.02 each.
  const expected = (2 * 63) / (2 + 0.02 * 63) / 2;
  assert.ok(Math.abs(ofPicture(0) - expected) < 1e-3, `${ofPicture(0)}`);
  assert.ok(Math.abs(ofPicture(1) - 1 / 0.02) < 1e-2, `${ofPicture(1)}`);
});
