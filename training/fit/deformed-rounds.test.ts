import assert from 'node:assert/strict';
import test from 'node:test';
import { loadMnist, sliceDigits } from '../data/mnist.ts';
import { deformedRounds } from './deformed-rounds.ts';

const DEFORMATION = { turn: 12, stretch: 0.12, slant: 0.2, bend: 0.05 };
const digits = sliceDigits(await loadMnist('train'), 0, 51);

test('a round has every digit once, each deformed anew, and the same when asked again', async () => {
  const source = deformedRounds(digits, DEFORMATION);
  const [first, second] = [await source.round(0), await source.round(1)];
  assert.equal(first.count, digits.count);
  assert.deepEqual(first.labels, digits.labels);
  assert.notDeepEqual(first.pixels, second.pixels);
  assert.deepEqual(await deformedRounds(digits, DEFORMATION).round(1), second);
});

test('over as many rounds as it takes every digit comes once', async () => {
  const source = deformedRounds(digits, DEFORMATION, 2);
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

test('without any deformation the digits are as they were, and a bend alone moves their ink', async () => {
  const none = { turn: 0, stretch: 0, slant: 0, bend: 0 };
  const same = await deformedRounds(digits, none).round(0);
  assert.deepEqual(same.pixels, digits.pixels.slice());
  const bent = await deformedRounds(digits, { ...none, bend: 0.05 }).round(0);
  assert.notDeepEqual(bent.pixels, same.pixels);
});
