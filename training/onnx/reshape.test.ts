import assert from 'node:assert/strict';
import test from 'node:test';
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import { ort } from '../../runtime-node/onnx.ts';
import { GraphBuilder } from './graph.ts';

test('reshapes in a row are written as one, and what nothing needs is left out', async () => {
  const graph = new GraphBuilder();
  const x = graph.input('x', 'float32', [2, 6]);
  graph.node('Neg', [graph.constant(Float32Array.of(1))]);
  const picture = graph.reshape(graph.reshape(x, [-1, 3, 2]), [0, 2, 3]);
  graph.output(picture, 'y', 'float32', [2, 2, 3]);
  const bytes = graph.toModel('reshapes');
  const stored = fromBinary(ModelProtoSchema, bytes).graph;
  assert.deepEqual(
    stored?.node.map(({ opType }) => opType),
    ['Reshape', 'Identity'],
  );
  assert.equal(stored.initializer.length, 1);
  const session = await ort.InferenceSession.create(bytes);
  const { y } = await session.run({ x: new ort.Tensor('float32', new Float32Array(12), [2, 6]) });
  assert.deepEqual(y?.dims, [2, 2, 3]);
});

test('reshapes that one cannot say stay two', () => {
  const graph = new GraphBuilder();
  const x = graph.input('x', 'float32', ['N', 6]);
  const y = graph.reshape(graph.reshape(x, [-1, 3, 2]), [0, -1]);
  graph.output(y, 'y', 'float32', ['N', 6]);
  const { graph: stored } = fromBinary(ModelProtoSchema, graph.toModel('reshapes'));
  assert.equal(stored?.node.filter(({ opType }) => opType === 'Reshape').length, 2);
});
