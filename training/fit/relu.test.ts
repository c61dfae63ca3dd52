import assert from 'node:assert/strict';
import test from 'node:test';
import { openWasm } from '../backend/wasm.ts';
import { relu } from './relu.ts';

const { tf } = await openWasm();

const x = tf.tensor1d([-2, -0.5, 0, 0.5, 3]);
const dy = tf.tensor1d([1, 2, 4, 8, -16]);

test('what is below 0 becomes 0', () => {
  assert.deepEqual([...relu(tf, x).dataSync()], [0, 0, 0, 0.5, 3]);
});

test('the gradient is that of tfjs', () => {
  const own = tf.grad((input) => relu(tf, input))(x, dy);
  const expected = tf.grad((input) => tf.relu(input))(x, dy);
  assert.deepEqual([...own.dataSync()], [0, 0, 0, 8, -16]);
  assert.deepEqual([...own.dataSync()], [...expected.dataSync()]);
});
