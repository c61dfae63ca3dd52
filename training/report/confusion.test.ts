import assert from 'node:assert/strict';
import test from 'node:test';
import {
  accuracy,
  confusionMatrix,
  pictureCount,
  pictureCounts,
  readCounts,
  recall,
  rightCount,
} from './confusion.ts';

/** Three 1s, one of them read as 7; two 7s, one of them not found; a 9. */
const LABELS = Uint8Array.of(1, 1, 1, 7, 7, 9);
const confusion = confusionMatrix(LABELS, [1, 7, 1, 7, null, 9]);

test('rows count the true digits, columns the digits that were read', () => {
  const row = (counts: Record<number, number>) =>
    Array.from({ length: 10 }, (_, digit) => counts[digit] ?? 0);
  const none = row({});
  assert.deepEqual(confusion.counts, [
    none,
    row({ 1: 2, 7: 1 }),
    ...[none, none, none, none, none],
    row({ 7: 1 }),
    none,
    row({ 9: 1 }),
  ]);
  assert.deepEqual(readCounts(confusion), row({ 1: 2, 7: 2, 9: 1 }));
});

test('a picture in which no digit was found counts as a mistake', () => {
  assert.deepEqual(confusion.noDigit, [0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
  assert.deepEqual(pictureCounts(confusion), [0, 3, 0, 0, 0, 0, 0, 2, 0, 1]);
  assert.equal(pictureCount(confusion), 6);
  assert.equal(rightCount(confusion), 4);
  assert.equal(accuracy(confusion), 4 / 6);
});

test('recall is the share of each digit that was read, and unknown where the digit is not there', () => {
  assert.deepEqual(recall(confusion), [
    ...[null, 2 / 3, null, null, null],
    ...[null, null, 1 / 2, null, 1],
  ]);
  assert.equal(accuracy(confusionMatrix([], [])), null);
});

test('labels without predictions, and what is no digit, are refused', () => {
  assert.throws(() => confusionMatrix([1, 2], [1]), /2 labels, but 1 predictions/);
  for (const wrong of [10, -1, 1.5]) {
    assert.throws(() => confusionMatrix([wrong], [1]), RangeError);
    assert.throws(() => confusionMatrix([1], [wrong]), RangeError);
    assert.throws(() => confusionMatrix([wrong], [null]), RangeError);
  }
});
