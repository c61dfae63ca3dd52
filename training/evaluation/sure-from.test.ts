import assert from 'node:assert/strict';
import test from 'node:test';
import { chooseSureFrom, shareFrom, thresholdAccepting } from './sure-from.ts';

/** 1,000 probabilities, 1/1000 to 1. */
const even = Array.from({ length: 1000 }, (_, index) => (index + 1) / 1000);

test('the threshold is the largest that still accepts the share wanted', () => {
  const { sureFrom, accepted } = thresholdAccepting(0.99, even);
  assert.equal(sureFrom, 0.011);
  assert.equal(accepted, 0.99);
  assert.ok(shareFrom(sureFrom + 1e-6, even) < 0.99);
});

test('where many pictures are as sure, all of them are accepted', () => {
  const { sureFrom, accepted } = thresholdAccepting(0.5, [0.2, 0.7, 0.7, 0.7]);
  assert.equal(sureFrom, 0.7);
  assert.equal(accepted, 0.75);
});

test('a model is sure of at least 99.3 % of the digits that the threshold is chosen by', () => {
  const rows = even.map((top) => [1 - top, top, ...Array<number>(8).fill(0)]);
  const confidences = even.map((top) => Math.max(top, 1 - top));
  const sureFrom = chooseSureFrom(Float32Array.from(rows.flat()));
  const accepted = shareFrom(sureFrom, confidences.map(Math.fround));
  assert.ok(accepted >= 0.993 && accepted < 0.996, `${accepted}`);
});
