import assert from 'node:assert/strict';
import test from 'node:test';
import type * as tfjs from '@tensorflow/tfjs';
import { openWasm } from '../backend/wasm.ts';
import { moments, normalizeBatch } from './normalize.ts';

const { tf } = await openWasm();
const EPSILON = 1e-3;

const x = tf.randomNormal([6, 5, 4, 3], 2, 3, 'float32', 1);
const gamma = tf.tensor1d([0.5, -1, 2]);
const beta = tf.tensor1d([0, 1, -3]);

/** The same by tfjs's own operations, whose gradients are tfjs's own. */
function byTfjs(input: tfjs.Tensor, scale: tfjs.Tensor, shift: tfjs.Tensor): tfjs.Tensor {
  const { mean, variance } = tf.moments(input, [0, 1, 2]);
  const deviation = tf.sqrt(tf.add(variance, EPSILON));
  return tf.add(tf.mul(tf.div(tf.sub(input, mean), deviation), scale), shift);
}

function ownWay(input: tfjs.Tensor, scale: tfjs.Tensor, shift: tfjs.Tensor): tfjs.Tensor {
  return normalizeBatch(tf, input, scale, shift, EPSILON);
}

function assertClose(actual: tfjs.Tensor, expected: tfjs.Tensor): void {
  const wanted = expected.dataSync<'float32'>();
  for (const [index, value] of actual.dataSync<'float32'>().entries()) {
    const error = Math.abs(value - (wanted[index] ?? NaN));
    assert.ok(error < 1e-4, `element ${index} is ${value}, not ${wanted[index] ?? NaN}`);
  }
}

test('a batch is normalized as tfjs does it', () => {
  assertClose(ownWay(x, gamma, beta), byTfjs(x, gamma, beta));
});

test('its gradients are those of tfjs, for the batch, the scale and the shift', () => {
  const dy = tf.randomNormal(x.shape, 0, 1, 'float32', 2);
  const own = tf.grads(ownWay)([x, gamma, beta], dy);
  const expected = tf.grads(byTfjs)([x, gamma, beta], dy);
  for (const [index, gradient] of own.entries()) {
    assertClose(gradient, expected[index] ?? tf.scalar(NaN));
  }
});

test('a channel that is all alike has no variance, and not less', () => {
  const { variance } = moments(tf, tf.fill([100, 1], 0.1));
  assert.equal(variance.dataSync()[0], 0);
});
