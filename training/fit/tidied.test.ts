import assert from 'node:assert/strict';
import test from 'node:test';
import { openWasm } from '../backend/wasm.ts';
import { tidied } from './tidied.ts';

const { tf } = await openWasm();

test('gives what the work gives, and leaves no tensor behind', () => {
  const before = tf.memory().numTensors;
  const sums = tidied(tf, () => tf.add(tf.tensor1d([1, 2]), 1).dataSync());
  assert.deepEqual([...sums], [2, 3]);
  assert.equal(tf.memory().numTensors, before);
});

test('leaves no tensor behind where the work fails', () => {
  const before = tf.memory().numTensors;
  const failure = new Error('no');
  assert.throws(
    () =>
      tidied(tf, () => {
        tf.tensor1d([1, 2]);
        throw failure;
      }),
    failure,
  );
  assert.equal(tf.memory().numTensors, before);
});
