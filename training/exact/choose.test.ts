import assert from 'node:assert/strict';
import test from 'node:test';
import { artifactsOf } from '../onnx/from-tfjs.ts';
import { readLayersModel } from '../onnx/layers-model.ts';
import { tf } from '../onnx/peer.ts';
import { chooseExact } from './choose.ts';

const PIXELS = 784;

/** Every weight is 1, so that sums reach 255 * 784 * 2^(bits - 2). */
async function fullNetwork() {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        inputShape: [PIXELS],
        units: 2,
        kernelInitializer: 'ones',
      }),
    ],
  });
  return readLayersModel(await artifactsOf(tf, model));
}

test('widths at which the difference of two logits could be inexact are left out', async () => {
  const calibration = {
    count: 2,
    pixels: new Uint8Array(2 * PIXELS).fill(9),
    labels: new Uint8Array(2),
  };
  const figures = { accuracy: 0.5, loss: 1 };
  const { bits, trials } = await chooseExact(await fullNetwork(), calibration, () =>
    Promise.resolve(figures),
  );
  // 7 bits: twice 6.4 million; 8 bits: a logit of 12.8 million is exact, twice that is not.
  assert.deepEqual(
    trials.map(({ accuracy }) => accuracy),
    [0.5, 0.5, 0.5, null],
  );
  assert.equal(bits, 5);
});

test('the width of the least loss is chosen, however many pictures others read', async () => {
  const calibration = { count: 1, pixels: new Uint8Array(PIXELS), labels: new Uint8Array(1) };
  const measured = [
    { accuracy: 1, loss: 0.3 },
    { accuracy: 0.5, loss: 0.2 },
    { accuracy: 0.9, loss: 0.25 },
  ];
  const left = [...measured];
  const { bits, figures, trials } = await chooseExact(await fullNetwork(), calibration, () =>
    Promise.resolve(left.shift() ?? { accuracy: 0, loss: 1 }),
  );
  assert.equal(bits, 6);
  assert.equal(figures, measured[1]);
  assert.deepEqual(
    trials.map(({ loss }) => loss),
    [0.3, 0.2, 0.25, null],
  );
});
