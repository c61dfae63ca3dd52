import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { artifactsOf } from './from-tfjs.ts';
import { LAYER_CASES } from './layer-cases.ts';
import { readLayersModel } from './layers-model.ts';
import { floatModel } from './model.ts';
import { assertSameAsTfjs, randomize, tf } from './peer.ts';

describe('A layer written as ONNX computes what tfjs computes', () => {
  for (const { title, shape, layers } of LAYER_CASES) {
    test(title, async () => {
      const input = tf.input({ shape, name: 'input' });
      const output = layers().reduce((x, layer) => layer.apply(x) as tf.SymbolicTensor, input);
      const model = randomize(tf.model({ inputs: input, outputs: output }));
      await assertSameAsTfjs(model, floatModel(readLayersModel(await artifactsOf(tf, model))));
    });
  }

  test('in at least 60 cases, each with a title of its own', () => {
    assert.ok(LAYER_CASES.length >= 60);
    assert.equal(new Set(LAYER_CASES.map(({ title }) => title)).size, LAYER_CASES.length);
  });
});
