import assert from 'node:assert/strict';
import test from 'node:test';
import * as ortWeb from 'onnxruntime-web/wasm';
import { ort } from '../../runtime-node/onnx.ts';
import { toUnitRange } from '../data/unit-range.ts';
import { artifactsOf } from '../onnx/from-tfjs.ts';
import { readLayersModel } from '../onnx/layers-model.ts';
import { randomize, tf } from '../onnx/peer.ts';
import { toWholeNetwork } from './lower.ts';
import { exactModel } from './model.ts';

const { layers } = tf;

// Node.js has no worker for its threads.
ortWeb.env.wasm.numThreads = 1;

const SIDE = 12;
const COUNT = 20;

/** Every class that can be written in whole numbers, and every way to an activation. */
function convolutionalNetwork(): tf.LayersModel {
  const input = tf.input({ shape: [SIDE, SIDE, 1], name: 'picture' });
  const through = (x: tf.SymbolicTensor, ...steps: tf.layers.Layer[]) =>
    steps.reduce((value, layer) => layer.apply(value) as tf.SymbolicTensor, x);
  const stem = through(
    input,
    layers.conv2d({ filters: 6, kernelSize: 3, padding: 'same', activation: 'relu', name: 'stem' }),
    layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, name: 'apart' }),
    layers.batchNormalization(),
    layers.reLU({ maxValue: 6, name: 'six' }),
    layers.maxPooling2d({ poolSize: 2 }),
  );
  const side = through(
    stem,
    layers.conv2d({ filters: 12, kernelSize: 3, padding: 'same', useBias: false, name: 'side' }),
  );
  const sum = layers.add({ name: 'sum' }).apply([stem, side]) as tf.SymbolicTensor;
  const logits = through(
    sum,
    layers.activation({ activation: 'relu', name: 'after' }),
    layers.dropout({ rate: 0.5 }),
    layers.flatten(),
    layers.dense({ units: 8, activation: 'relu', name: 'hidden' }),
    layers.dense({ units: 5, name: 'logits' }),
  );
  return tf.model({ inputs: input, outputs: logits });
}

const pictures = Uint8Array.from(
  { length: COUNT * SIDE * SIDE },
  (_, index) => (index * index * 31) % 256,
);

const model = randomize(convolutionalNetwork());
const network = readLayersModel(await artifactsOf(tf, model));
const exact = await exactModel(network, toUnitRange(pictures));

type Runtime = typeof ort | typeof ortWeb;

async function logitsFrom(runtime: Runtime, options = {}, pixels = pictures) {
  const session = await runtime.InferenceSession.create(exact.bytes, options);
  const dims = [pixels.length / (SIDE * SIDE), SIDE, SIDE, 1];
  const { logits } = await session.run({ picture: new runtime.Tensor('uint8', pixels, dims) });
  assert.ok(logits?.data instanceof Float32Array);
  return logits.data;
}

test('a network in whole numbers says what the float network says, but for rounding', async () => {
  const scale = exact.whole.outputs.get('logits')?.scale ?? NaN;
  const whole = await logitsFrom(ort);
  const examples = tf.tensor(toUnitRange(pictures), [COUNT, SIDE, SIDE, 1]);
  const float = (model.predict(examples) as tf.Tensor).dataSync<'float32'>();
  const largest = Math.max(...float.map(Math.abs));
  for (const [index, value] of float.entries()) {
    const error = Math.abs((whole[index] ?? NaN) * scale - value) / largest;
    assert.ok(error < 0.03, `logit ${index} is ${error} of the largest off`);
  }
});

test('its outputs are whole and the same bits in native and wasm, optimised or not, on two threads', async () => {
  const native = await logitsFrom(ort);
  assert.ok(native.every(Number.isInteger));
  assert.ok(new Set(native).size > COUNT, 'all alike would prove nothing');
  assert.deepEqual(await logitsFrom(ort, { graphOptimizationLevel: 'disabled' }), native);
  assert.deepEqual(await logitsFrom(ort, { intraOpNumThreads: 2 }), native);
  assert.deepEqual(await logitsFrom(ortWeb), native);
});

test('a picture gives the same alone as in a batch', async () => {
  const all = await logitsFrom(ort);
  const alone = await logitsFrom(ort, {}, pictures.subarray(0, SIDE * SIDE));
  assert.deepEqual(alone, all.subarray(0, 5));
});

test('every layer with sums is proven to stay in the exact range', () => {
  const names = [...exact.whole.reaches.keys()];
  assert.deepEqual(names, ['stem', 'six', 'side', 'after', 'hidden', 'logits']);
  for (const { share } of exact.whole.reaches.values()) assert.ok(share > 0 && share < 1);
});

test('weights too wide for the exact range are refused, with the layer and the channel', () => {
  const ranges = new Map(network.layers.map(({ name }) => [name, 1]));
  const plan = { bits: 24, ranges, inputScale: 1 / 255 };
  assert.throws(
    () => toWholeNetwork(network, plan),
    /Layer "stem" \(Conv2D\): channel 0 could reach \d+, but float32 is exact only below 2\^24/,
  );
});

test('what is not exact in whole numbers is refused, with the layer and the setting', async () => {
  const sigmoid = tf.sequential({
    layers: [
      layers.dense({ units: 3, inputShape: [4], activation: 'sigmoid', name: 'soft' }),
      layers.dense({ units: 2, name: 'end' }),
    ],
  });
  const soft = readLayersModel(await artifactsOf(tf, sigmoid));
  await assert.rejects(
    exactModel(soft, new Float32Array(8)),
    /Layer "soft" \(Dense\): activation "sigmoid" cannot be written in whole numbers/,
  );
});

test('a softmax at the end is left out: the logits are the output', async () => {
  const ending = tf.sequential({
    layers: [
      layers.dense({ units: 3, inputShape: [4], activation: 'relu', name: 'first' }),
      layers.dense({ units: 2, name: 'scores' }),
      layers.softmax({ name: 'shares' }),
    ],
  });
  const shares = readLayersModel(await artifactsOf(tf, randomize(ending)));
  const { whole } = await exactModel(shares, toUnitRange(pictures.subarray(0, 400)));
  assert.deepEqual([...whole.outputs.keys()], ['shares']);
  assert.ok(whole.network.layers.every(({ className }) => className !== 'Softmax'));
});
