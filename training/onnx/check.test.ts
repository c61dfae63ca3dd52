import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProto_DataType,
  type GraphProto,
  type ModelProto,
} from 'onnx-buf';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSIFIER_MODEL, FULL_MODEL } from '../../core/index.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { checkModel, InvalidModelError } from './check.ts';
import { GraphBuilder } from './graph.ts';

/** relu(x · kernel + bias) as [N, 2]. */
function small(): ModelProto {
  const graph = new GraphBuilder();
  const x = graph.input('x', 'float32', ['N', 3]);
  const kernel = graph.constant(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]);
  const product = graph.node('Gemm', [x, kernel, graph.constant(Float32Array.of(1, 2))]);
  const activated = graph.node('Clip', [product, graph.constant(Float32Array.of(0), [])]);
  graph.output(graph.node('Concat', [activated, x], { axis: 1 }), 'y', 'float32', ['N', 5]);
  return fromBinary(ModelProtoSchema, graph.toModel('small'));
}

interface Break {
  readonly title: string;
  readonly by: (graph: GraphProto, model: ModelProto) => void;
  readonly message: RegExp;
}

/** An element of a list that is known to be there. */
function at<T>(list: readonly T[], index: number): T {
  const element = list.at(index);
  assert.ok(element !== undefined);
  return element;
}

const BREAKS: readonly Break[] = [
  {
    title: 'a node that reads a value before it is given',
    by: ({ node }) => node.reverse(),
    message: /reads "Gemm_3", which nothing before it gives/,
  },
  {
    title: 'a node that reads a value that is not there',
    by: ({ node }) => (at(node, 0).input[0] = 'z'),
    message: /node "Gemm_3" \(Gemm\): reads "z", which nothing before it gives/,
  },
  {
    title: 'a value that is given twice',
    by: ({ node }) => (at(node, 1).output[0] = 'Gemm_3'),
    message: /value "Gemm_3" stands twice/,
  },
  {
    title: 'a constant with the name of an input',
    by: ({ initializer }) => (at(initializer, 0).name = 'x'),
    message: /value "x" stands twice/,
  },
  {
    title: 'two nodes of one name',
    by: ({ node }) => (at(node, 1).name = 'Gemm_3'),
    message: /node "Gemm_3" stands twice/,
  },
  {
    title: 'a value without a name',
    by: ({ initializer }) => (at(initializer, 0).name = ''),
    message: /a value has no name/,
  },
  {
    title: 'a needed input that is left out',
    by: ({ node }) => (at(node, 0).input[1] = ''),
    message: /leaves out an input that it needs/,
  },
  {
    title: 'a node with too few inputs',
    by: ({ node }) => (at(node, 0).input = ['x']),
    message: /takes 2 to 3 inputs, but has 1/,
  },
  {
    title: 'a node with too many inputs',
    by: ({ node }) => at(node, 0).input.push('x'),
    message: /takes 2 to 3 inputs, but has 4/,
  },
  {
    title: 'an operator that is unknown',
    by: ({ node }) => (at(node, 0).opType = 'Gem'),
    message: /operator Gem is unknown/,
  },
  {
    title: "an operator of somebody's own",
    by: ({ node }) => (at(node, 0).domain = 'com.example'),
    message: /operator Gemm is unknown/,
  },
  {
    title: 'an attribute that the operator has not',
    by: ({ node }) => (at(at(node, 2).attribute, 0).name = 'axes'),
    message: /has the unknown attribute axes[\s\S]*lacks the attribute axis/,
  },
  {
    title: 'an attribute of another kind',
    by: ({ node }) => (at(at(node, 2).attribute, 0).type = AttributeProto_AttributeType.INTS),
    message: /attribute axis is not of kind int/,
  },
  {
    title: 'an attribute that is given twice',
    by: ({ node }) => at(node, 2).attribute.push(at(at(node, 2).attribute, 0)),
    message: /has an attribute twice/,
  },
  {
    title: 'operands of different types',
    by: ({ input }) => {
      const { type } = at(input, 0);
      assert.ok(type?.value.case === 'tensorType');
      type.value.value.elemType = TensorProto_DataType.INT32;
    },
    message: /wants float32, but "x" is int32/,
  },
  {
    title: 'an output of another type than declared',
    by: ({ node, output }) => {
      const to = create(AttributeProtoSchema, {
        name: 'to',
        type: AttributeProto_AttributeType.INT,
        i: BigInt(TensorProto_DataType.UINT8),
      });
      const cast = { opType: 'Cast', name: 'cast', input: ['y'], output: ['z'], attribute: [to] };
      node.push(create(NodeProtoSchema, cast));
      at(output, 0).name = 'z';
    },
    message: /output "z" is uint8, but declared float32/,
  },
  {
    title: 'an output that no node gives',
    by: ({ output }) => (at(output, 0).name = 'nothing'),
    message: /output "nothing" is given by no node/,
  },
  {
    title: 'an output without a type',
    by: ({ output }) => delete at(output, 0).type,
    message: /"y" has no tensor type/,
  },
  {
    title: 'a dimension without length or name',
    by: ({ input }) => {
      const { type } = at(input, 0);
      assert.ok(type?.value.case === 'tensorType');
      at(type.value.value.shape?.dim ?? [], 0).value = { case: undefined };
    },
    message: /"x" has a dimension without a length or a name/,
  },
  {
    title: 'a constant with too few bytes',
    by: ({ initializer }) => (at(initializer, 0).rawData = new Uint8Array(20)),
    message: /constant "constant_1" is float32 \[3, 2\] and needs 24 bytes, but has 20/,
  },
  {
    title: 'a constant of an unknown type',
    by: ({ initializer }) => (at(initializer, 0).dataType = TensorProto_DataType.BFLOAT16),
    message: /constant "constant_1" has the unknown element type 16/,
  },
  {
    title: 'a newer opset than engines know',
    by: (_graph, { opsetImport }) => (at(opsetImport, 0).version = 18n),
    message: /the opset is not one of 13 to 17/,
  },
  {
    title: 'a newer IR version than engines know',
    by: (_graph, model) => (model.irVersion = 10n),
    message: /IR version is 10, not 7 or 8/,
  },
  {
    title: 'no graph',
    by: (_graph, model) => delete model.graph,
    message: /has no graph/,
  },
  {
    title: 'a graph without a name',
    by: (graph) => (graph.name = ''),
    message: /the graph has no name/,
  },
  {
    title: 'a graph without outputs',
    by: (graph) => (graph.output = []),
    message: /the graph has no output/,
  },
];

describe('The checker refuses', () => {
  for (const { title, by, message } of BREAKS) {
    test(title, () => {
      const model = small();
      assert.ok(model.graph);
      by(model.graph, model);
      assert.throws(
        () => {
          checkModel(toBinary(ModelProtoSchema, model));
        },
        (error) => {
          assert.ok(error instanceof InvalidModelError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});

test('The checker passes a small model and the released ones', () => {
  checkModel(toBinary(ModelProtoSchema, small()));
  for (const { file } of [FULL_MODEL, CLASSIFIER_MODEL]) {
    checkModel(readFileSync(join(MODELS_DIR, file)));
  }
});
