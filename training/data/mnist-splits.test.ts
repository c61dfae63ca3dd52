import assert from 'node:assert/strict';
import test from 'node:test';
import { loadMnistSplits } from './mnist-splits.ts';
import { digitAt, loadMnist, TRAINING_COUNT } from './mnist.ts';

test("a training gets MNIST's first pictures, its choices the last ones", async () => {
  const all = await loadMnist('train');
  const {
    training,
    validation,
    test: own,
    rawTest,
  } = await loadMnistSplits({
    pictures: 300,
    validation: 200,
  });
  assert.deepEqual([training.count, validation.count, own.count], [300, 200, 10_000]);
  for (const index of [0, 299]) assert.deepEqual(digitAt(training, index), digitAt(all, index));
  for (const index of [0, 199]) {
    const place = TRAINING_COUNT - 200 + index;
    assert.deepEqual(digitAt(validation, index), digitAt(all, place));
    assert.equal(validation.labels[index], all.labels[place]);
  }
  assert.equal(rawTest, own);
});
