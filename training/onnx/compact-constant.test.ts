import assert from 'node:assert/strict';
import test from 'node:test';
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import * as ortWeb from 'onnxruntime-web';
import { ort } from '../../runtime-node/onnx.ts';
import { checkModel } from './check.ts';
import { GraphBuilder } from './graph.ts';
import { elementTypeNamed } from './proto.ts';

const COUNT = 200;

/** A graph that multiplies with each constant, and the types in which it stores them. */
function multiplying(...constants: readonly Float32Array[]) {
  const graph = new GraphBuilder();
  const x = graph.input('x', 'float32', [COUNT]);
  const products = constants.map((data) => graph.node('Mul', [x, graph.compactConstant(data)]));
  products.forEach((product, index) => {
    graph.output(product, `y${index}`, 'float32', [COUNT]);
  });
  const bytes = graph.toModel('products');
  checkModel(bytes);
  const stored = fromBinary(ModelProtoSchema, bytes).graph;
  const types = stored?.initializer.map(({ dataType }) => elementTypeNamed(dataType));
  return { bytes, types, casts: stored?.node.filter(({ opType }) => opType === 'Cast').length };
}

const filled = (element: (index: number) => number) =>
  Float32Array.from({ length: COUNT }, (_, index) => element(index));

const signed = filled((index) => (index % 228) - 128);

test('whole numbers are stored as bytes, others as they are', () => {
  const wide = filled((index) => index * 10);
  const fractions = filled((index) => index / 2);
  const { types } = multiplying(...[signed, filled((index) => index), wide, fractions]);
  assert.deepEqual(types, ['int8', 'uint8', 'float32', 'float32']);
});

test('a constant that is used twice is stored once and cast once', () => {
  const { types, casts } = multiplying(signed, signed);
  assert.deepEqual([types?.length, casts], [1, 1]);
});

test('what a graph computes with them is what was given, native and on wasm', async () => {
  const constants = [signed, filled((index) => index + 56)];
  const { bytes } = multiplying(...constants);
  for (const runtime of [ort, ortWeb]) {
    const session = await runtime.InferenceSession.create(bytes);
    const ones = new runtime.Tensor('float32', new Float32Array(COUNT).fill(1), [COUNT]);
    const { y0, y1 } = await session.run({ x: ones });
    assert.deepEqual([y0?.data, y1?.data], constants);
  }
});
