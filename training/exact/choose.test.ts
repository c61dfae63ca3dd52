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
  const { bits, trials } = await chooseExact(await fullNetwork(), calibration, () =>
    Promise.resolve(0.5),
  );
  // 7 bits: twice 6.4 million; 8 bits: a logit of 12.8 million is exact, twice that is not.
  assert.deepEqual(
    trials.map(({ accuracy }) => accuracy),
    [0.5, 0.5, 0.5, null],
  );
  assert.equal(bits, 5);
});
