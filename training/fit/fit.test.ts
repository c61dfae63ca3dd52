import assert from 'node:assert/strict';
import test from 'node:test';
import { openWasm } from '../backend/wasm.ts';
import { loadMnist, sliceDigits } from '../data/mnist.ts';
import { mlp } from '../networks/mlp.ts';
import { fit, type StepProgress } from './fit.ts';

const { tf } = await openWasm();
const digits = sliceDigits(await loadMnist('train'), 0, 200);
const source = { round: () => Promise.resolve(digits) };
const options = { epochs: 2, batch: 64, seed: 1, learningRate: 0.002, weightDecay: 0 };

test('a training that is stopped throws the reason after the step under way', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const steps: number[] = [];
  const stopped = fit(tf, mlp(tf, 1), source, {
    ...options,
    signal: controller.signal,
    onStep: ({ step }) => {
      steps.push(step);
      if (step === 2) controller.abort(reason);
    },
  });
  await assert.rejects(stopped, reason);
  assert.deepEqual(steps, [1, 2]);
});

test('what happens outside, such as Ctrl-C, is heard while it trains', async () => {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort(new Error('stopped'));
  }, 1);
  const { signal } = controller;
  const training = fit(tf, mlp(tf, 1), source, { ...options, epochs: 100, signal });
  await assert.rejects(training, /stopped/);
});

test('each epoch sees every picture, in a last batch that is smaller where they do not divide', async () => {
  const seen: StepProgress[] = [];
  const results = await fit(tf, mlp(tf, 1), source, {
    ...options,
    onStep: (progress) => seen.push(progress),
  });
  assert.deepEqual(
    seen.map(({ epoch, step, steps }) => [epoch, step, steps]),
    [1, 2].flatMap((epoch) => [1, 2, 3, 4].map((step) => [epoch, step, 4])),
  );
  const last = seen.filter(({ step, steps }) => step === steps);
  assert.deepEqual(
    results,
    last.map(({ loss, accuracy }) => ({ loss, accuracy })),
  );
  // A share of 200 pictures, not of 4 batches.
  for (const { accuracy } of results) assert.ok(isWhole(accuracy * digits.count), `${accuracy}`);
});

test('a training leaves no tensors behind but the weights', async () => {
  const before = tf.memory().numTensors;
  const network = mlp(tf, 1);
  await fit(tf, network, source, options);
  network.dispose();
  assert.equal(tf.memory().numTensors, before);
});

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}
