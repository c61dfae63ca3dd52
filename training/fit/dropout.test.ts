import assert from 'node:assert/strict';
import test from 'node:test';
import { openWasm } from '../backend/wasm.ts';
import { Random } from '../data/random.ts';
import { dropOut } from './dropout.ts';
import { forwardInTraining } from './forward.ts';

const { tf } = await openWasm();
const ones = tf.ones([100, 50]);

test('a share of the values is left out, and the others make up for it', () => {
  for (const rate of [0.25, 0.5]) {
    const values = dropOut(tf, ones, rate, new Random(1)).dataSync<'float32'>();
    const left = values.filter((value) => value !== 0);
    assert.ok(left.every((value) => value === Math.fround(1 / (1 - rate))));
    const dropped = 1 - left.length / values.length;
    assert.ok(Math.abs(dropped - rate) < 0.03, `${dropped} instead of ${rate}`);
  }
});

test('the same random choices leave out the same values, others others', () => {
  const values = (seed: number) => dropOut(tf, ones, 0.5, new Random(seed)).dataSync<'float32'>();
  assert.deepEqual(values(1), values(1));
  assert.notDeepEqual(values(1), values(2));
});

test('of pictures whole channels are left out', () => {
  const pictures = tf.ones([4, 3, 3, 20]);
  const dropped = dropOut(tf, pictures, 0.5, new Random(1));
  const sums = dropped.sum([1, 2]).dataSync<'float32'>();
  const left = sums.filter((sum) => sum !== 0);
  assert.ok(left.every((sum) => sum === 18));
  assert.ok(left.length > 20 && left.length < 60, `${left.length} of 80`);
});

test('what is left out has no gradient', () => {
  const gradient = tf.grad((x: typeof ones) => dropOut(tf, x, 0.5, new Random(1)).sum())(ones);
  assert.deepEqual(
    gradient.dataSync<'float32'>(),
    dropOut(tf, ones, 0.5, new Random(1)).dataSync<'float32'>(),
  );
});

test('in training a Dropout leaves values out, and none where nothing is chosen at random', () => {
  const network = tf.sequential({
    layers: [
      tf.layers.dense({ units: 50, inputShape: [50], kernelInitializer: 'ones' }),
      tf.layers.dropout({ rate: 0.5 }),
    ],
  });
  const outputs = forwardInTraining(tf, network, ones).dataSync();
  assert.deepEqual(new Set(outputs), new Set([50]));
  const dropped = forwardInTraining(tf, network, ones, { random: new Random(1) }).dataSync();
  assert.deepEqual(new Set(dropped), new Set([0, 100]));
});
