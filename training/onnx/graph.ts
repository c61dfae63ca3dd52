import { createHash } from 'node:crypto';
import { create, toBinary } from '@bufbuild/protobuf';
import {
  ModelProtoSchema,
  NodeProtoSchema,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from 'onnx-buf';
import { narrowed } from './narrowed.ts';
import {
  attributeProto,
  elementTypeCode,
  tensorProto,
  valueInfoProto,
  type Attribute,
  type Dimension,
  type ElementType,
  type TensorData,
} from './proto.ts';

/** The name of a tensor in the graph. */
export type Value = string;

/** The newest that ONNX Runtime 1.20 and the other engines we support all load. */
const IR_VERSION = 8n;
const OPSET_VERSION = 17n;

const PRODUCER = 'ditto';

/** About what a Cast takes in the file, with its names. */
const CAST_BYTES = 150;

/** Collects the nodes of one ONNX graph in the order in which they are added, which is the order they run in. */
export class GraphBuilder {
  readonly #nodes: NodeProto[] = [];
  readonly #initializers = new Map<string, TensorProto>();
  readonly #inputs: ValueInfoProto[] = [];
  readonly #outputs: ValueInfoProto[] = [];
  /** The output of each node, by what it computes. */
  readonly #computed = new Map<string, Value>();
  /** What each reshaped value was before. */
  readonly #reshapes = new Map<Value, { value: Value; shape: readonly number[] }>();
  readonly #scopes: string[] = [];
  #count = 0;

  input(name: string, type: ElementType, dims: readonly Dimension[]): Value {
    this.#inputs.push(valueInfoProto(name, type, dims));
    return name;
  }

  /** Gives a value of the graph to the outside under a name of its own. */
  output(value: Value, name: string, type: ElementType, dims: readonly Dimension[]): void {
    this.#nodes.push(
      create(NodeProtoSchema, { opType: 'Identity', name, input: [value], output: [name] }),
    );
    this.#outputs.push(valueInfoProto(name, type, dims));
  }

  /**
   * Adds a node with one output, unless one before computes the same. `inputs` are in the operator's order;
   * '' leaves an optional one out.
   */
  node(
    opType: string,
    inputs: readonly Value[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): Value {
    const key = JSON.stringify([opType, inputs, attributes]);
    const known = this.#computed.get(key);
    if (known !== undefined) return known;
    const name = this.#unusedName(opType);
    this.#computed.set(key, name);
    const attribute = Object.entries(attributes).map(([key, value]) => attributeProto(key, value));
    this.#nodes.push(
      create(NodeProtoSchema, { opType, name, input: [...inputs], output: [name], attribute }),
    );
    return name;
  }

  /** A constant tensor; the same constant is stored once, whoever asks for it. */
  constant(data: TensorData, dims: readonly number[] = [data.length]): Value {
    const tensor = tensorProto('', data, dims);
    const digest = createHash('sha256').update(tensor.rawData).digest('hex');
    const key = `${tensor.dataType}[${dims.join()}]:${digest}`;
    const known = this.#initializers.get(key);
    if (known) return known.name;
    tensor.name = this.#unusedName('constant');
    this.#initializers.set(key, tensor);
    return tensor.name;
  }

  /**
   * The same as a float32 constant, but stored as bytes where those hold every element, and
   * cast by the graph. Engines do that once, when they load it. Fractions and small constants are stored as
   * they are.
   */
  compactConstant(data: Float32Array, dims: readonly number[] = [data.length]): Value {
    const narrow = narrowed(data);
    if (data.byteLength - narrow.byteLength < CAST_BYTES) return this.constant(data, dims);
    return this.cast(this.constant(narrow, dims), 'float32');
  }

  /** Shapes, axes, starts and ends: ONNX wants them as int64. */
  int64s(values: readonly number[]): Value {
    return this.constant(BigInt64Array.from(values, BigInt));
  }

  cast(value: Value, to: ElementType): Value {
    return this.node('Cast', [value], { to: elementTypeCode(to) });
  }

  /**
   * A 0 in `shape` keeps that dimension, one -1 takes what is left. Of two in a row only the second is
   * written: OpenCV 5 would take its 0 for a dimension of what went into the first.
   */
  reshape(value: Value, shape: readonly number[]): Value {
    const before = this.#reshapes.get(value);
    const joined = before && joinedShape(before.shape, shape);
    if (before && joined) return this.reshape(before.value, joined);
    const reshaped = this.node('Reshape', [value, this.int64s(shape)]);
    this.#reshapes.set(reshaped, { value, shape });
    return reshaped;
  }

  /** Names the nodes that `build` adds after the part they belong to, for those who read the graph. */
  scope<T>(name: string, build: () => T): T {
    this.#scopes.push(name);
    try {
      return build();
    } finally {
      this.#scopes.pop();
    }
  }

  /** The bytes of the `.onnx` file. */
  toModel(name: string, metadata: Readonly<Record<string, string>> = {}): Uint8Array {
    const nodes = usedNodes(this.#nodes, this.#outputs);
    const read = new Set(nodes.flatMap(({ input }) => input));
    const model = create(ModelProtoSchema, {
      irVersion: IR_VERSION,
      producerName: PRODUCER,
      opsetImport: [{ domain: '', version: OPSET_VERSION }],
      metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
      graph: {
        name,
        node: nodes,
        initializer: [...this.#initializers.values()].filter(({ name: own }) => read.has(own)),
        input: this.#inputs,
        output: this.#outputs,
      },
    });
    return toBinary(ModelProtoSchema, model);
  }

  #unusedName(kind: string): string {
    this.#count += 1;
    return [...this.#scopes, `${kind}_${this.#count}`].join('/');
  }
}

/** The shape that two reshapes in a row give, from what goes into the first; undefined where none says it. */
function joinedShape(
  first: readonly number[],
  second: readonly number[],
): readonly number[] | undefined {
  const joined = second.map((size, axis) => (size === 0 ? (first[axis] ?? 0) : size));
  const isOpen = joined.filter((size) => size === -1).length > 1;
  return isOpen || joined.includes(0) ? undefined : joined;
}

/** Leaves out what no output needs. */
function usedNodes(nodes: readonly NodeProto[], outputs: readonly ValueInfoProto[]): NodeProto[] {
  const needed = new Set(outputs.map(({ name }) => name));
  const used = nodes.toReversed().filter(({ input, output }) => {
    const isUsed = output.some((name) => needed.has(name));
    if (isUsed) for (const name of input) needed.add(name);
    return isUsed;
  });
  return used.reverse();
}
