import assert from 'node:assert/strict';
import test from 'node:test';
import { NOT_A_DIGIT } from '../data/rounds.ts';
import { targetsOf } from './targets.ts';

test('all of a target is on the label, or spread evenly where there is no digit', () => {
  const targets = targetsOf(Uint8Array.of(3, NOT_A_DIGIT));
  assert.deepEqual(targets.subarray(0, 10), Float32Array.of(0, 0, 0, 1, 0, 0, 0, 0, 0, 0));
  assert.deepEqual(targets.subarray(10), new Float32Array(10).fill(0.1));
});
