import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import { artifactsOf } from './from-tfjs.ts';
import { readLayersModel } from './layers-model.ts';
import { floatModel } from './model.ts';
import { NETWORK_CASES } from './network-cases.ts';
import { assertSameAsTfjs, randomize, tf } from './peer.ts';
import { simplified } from './simplify.ts';

const { layers } = tf;

describe('A network written as ONNX computes what tfjs computes', () => {
  for (const { title, model: build } of NETWORK_CASES) {
    test(title, async () => {
      const model = randomize(build());
      await assertSameAsTfjs(model, floatModel(readLayersModel(await artifactsOf(tf, model))));
    });
  }
});

test('Batch normalization after a linear layer and dropout leave nothing in the graph', async () => {
  const model = tf.sequential({
    layers: [
      layers.conv2d({ name: 'conv', filters: 4, kernelSize: 3, inputShape: [8, 8, 1] }),
      layers.dropout({ rate: 0.5 }),
      layers.batchNormalization({ name: 'normal' }),
      layers.activation({ name: 'relu', activation: 'relu' }),
    ],
  });
  const { layers: left } = simplified(readLayersModel(await artifactsOf(tf, randomize(model))));
  assert.deepEqual(
    left.map(({ name }) => name),
    ['conv_input', 'conv', 'relu'],
  );
});

test('Pictures are reordered once on the way in and once on the way out', async () => {
  const convolution = () => layers.conv2d({ filters: 3, kernelSize: 3, padding: 'same' });
  const input = tf.input({ shape: [8, 8, 3] });
  const first = convolution().apply(input) as tf.SymbolicTensor;
  const pooled = layers.maxPooling2d({}).apply(convolution().apply(first)) as tf.SymbolicTensor;
  const grown = layers.upSampling2d({}).apply(pooled) as tf.SymbolicTensor;
  const output = layers.add().apply([first, grown]) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: output });
  const onnx = floatModel(readLayersModel(await artifactsOf(tf, model)));
  const { graph } = fromBinary(ModelProtoSchema, onnx);
  assert.equal(graph?.node.filter(({ opType }) => opType === 'Transpose').length, 2);
});

test('Inputs and outputs have the names of their layers', async () => {
  const input = tf.input({ shape: [4], name: 'measurements' });
  const hidden = layers.dense({ units: 2, name: 'hidden' }).apply(input) as tf.SymbolicTensor;
  const output = layers.reLU({ name: 'scores' }).apply(hidden) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: [output, hidden] });
  const network = readLayersModel(await artifactsOf(tf, model));
  assert.deepEqual(network.inputs, ['measurements']);
  assert.deepEqual(network.outputs, ['scores', 'hidden']);
});
