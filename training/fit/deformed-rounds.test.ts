import assert from 'node:assert/strict';
import test from 'node:test';
import { loadMnist, sliceDigits } from '../data/mnist.ts';
import { deformedRounds } from './deformed-rounds.ts';

const digits = sliceDigits(await loadMnist('train'), 0, 51);

test('a round has every digit once, each deformed anew, and the same when asked again', async () => {
  const source = deformedRounds(digits);
  const [first, second] = [await source.round(0), await source.round(1)];
  assert.equal(first.count, digits.count);
  assert.deepEqual(first.labels, digits.labels);
  assert.notDeepEqual(first.pixels, second.pixels);
  assert.deepEqual(await deformedRounds(digits).round(1), second);
});

test('over as many rounds as it takes every digit comes once', async () => {
  const source = deformedRounds(digits, 2);
  const [even, odd] = [await source.round(0), await source.round(1)];
  assert.deepEqual([even.count, odd.count], [26, 25]);
  for (const [round, { labels, pixels, count }] of [even, odd].entries()) {
    assert.equal(pixels.length, count * 784);
    assert.deepEqual(
      [...labels],
      [...digits.labels].filter((_, index) => index % 2 === round),
    );
  }
  assert.equal((await source.round(2)).count, 26);
});
