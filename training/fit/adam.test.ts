import assert from 'node:assert/strict';
import test from 'node:test';
import { openWasm } from '../backend/wasm.ts';
import { Adam } from './adam.ts';

const { tf } = await openWasm();

/** Of a bowl, steeper along one axis than along the other. */
const gradientAt = (weights: Float32Array) => weights.map((weight, index) => weight * (index + 1));

const RATES = [0.1, 0.05, 0.02, 0.01, 0.1];

function walked(adam: Adam, weights: Float32Array, rates: readonly number[], decay = 0): void {
  for (const rate of rates) adam.update([weights], [gradientAt(weights)], rate, [decay]);
}

test('it walks as the Adam of tfjs does', () => {
  const weights = Float32Array.of(1, -2);
  walked(
    new Adam([2]),
    weights,
    RATES.map(() => 0.1),
  );
  const peer = tf.variable(tf.tensor1d([1, -2]));
  const optimizer = tf.train.adam(0.1);
  RATES.forEach(() =>
    optimizer.minimize(() => tf.sum(tf.mul(tf.square(peer), [0.5, 1])), false, [peer]),
  );
  for (const [index, weight] of peer.dataSync().entries()) {
    assert.ok(Math.abs((weights[index] ?? NaN) - weight) < 1e-4, weights.join());
  }
});

test('with a state of before it goes on to the same bits', () => {
  const [through, broken] = [Float32Array.of(1, -2), Float32Array.of(1, -2)];
  walked(new Adam([2]), through, RATES);
  const before = new Adam([2]);
  walked(before, broken, RATES.slice(0, 3));
  walked(new Adam([2], structuredClone(before.state)), broken, RATES.slice(3));
  assert.deepEqual(broken, through);
});

test('decay shrinks weights apart from their gradient', () => {
  const weights = Float32Array.of(4);
  new Adam([1]).update([weights], [Float32Array.of(0)], 0.5, [0.5]);
  assert.deepEqual(weights, Float32Array.of(3));
});
