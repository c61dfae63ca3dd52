import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, type GraphProto, type ModelProto, type ValueInfoProto } from 'onnx-buf';
import { checkNode } from './check/node.ts';
import { tensorFaults, valueFaults } from './check/tensor.ts';
import { elementTypeNamed } from './proto.ts';

/** What ONNX Runtime from 1.20 and the other engines we support all load. */
const IR_VERSIONS = [7n, 8n];
const OPSET = { oldest: 13n, newest: 17n };

/** An ONNX model that does not keep to the specification; the message lists what is wrong. */
export class InvalidModelError extends Error {
  constructor(faults: readonly string[]) {
    super(`The ONNX model is not valid:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'InvalidModelError';
  }
}

/**
 * Checks an `.onnx` file against the rules of ONNX's IR (onnx/docs/IR.md) and the signatures of the
 * operators that our graphs use: single assignment, topological order, element types, attributes, sizes
 * of constants, unique names, versions.
 *
 * @throws InvalidModelError listing everything that is wrong
 */
export function checkModel(bytes: Uint8Array): void {
  const faults = modelFaults(fromBinary(ModelProtoSchema, bytes));
  if (faults.length > 0) throw new InvalidModelError(faults);
}

/** Everything that is wrong with a model; empty where it is valid. */
export function modelFaults(model: ModelProto): readonly string[] {
  return [...versionFaults(model), ...(model.graph ? graphFaults(model.graph) : ['has no graph'])];
}

function versionFaults({ irVersion, opsetImport }: ModelProto): readonly string[] {
  const [opset, ...more] = opsetImport;
  const known =
    opset?.domain === '' && opset.version >= OPSET.oldest && opset.version <= OPSET.newest;
  return [
    ...(IR_VERSIONS.includes(irVersion) ? [] : [`IR version is ${irVersion}, not 7 or 8`]),
    ...(known && more.length === 0 ? [] : ['the opset is not one of 13 to 17 of ONNX alone']),
  ];
}

function graphFaults(graph: GraphProto): readonly string[] {
  const { faults, types } = nodeFaults(graph);
  return [
    ...(graph.name === '' ? ['the graph has no name'] : []),
    ...nameFaults(graph),
    ...graph.initializer.flatMap(tensorFaults),
    ...[...graph.input, ...graph.output].flatMap(valueFaults),
    ...faults,
    ...graph.output.flatMap((output) => outputFaults(output, types.get(output.name))),
  ];
}

/** Every value is given once, every node has a name of its own. */
function nameFaults({ node, input, output, initializer }: GraphProto): readonly string[] {
  const values = [...input, ...initializer].map(({ name }) => name);
  const given = [...values, ...node.flatMap((one) => one.output)];
  return [
    ...notUnique('value', given),
    ...notUnique(
      'node',
      node.map(({ name }) => name),
    ),
    ...notUnique(
      'output',
      output.map(({ name }) => name),
    ),
    ...(output.length === 0 ? ['the graph has no output'] : []),
  ];
}

function notUnique(what: string, names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const name of names) {
    if (name === '') faults.push(`a ${what} has no name`);
    else if (seen.has(name)) faults.push(`${what} "${name}" stands twice`);
    seen.add(name);
  }
  return faults;
}

/** Walks the nodes in their order, in which each may only read what was given before. */
function nodeFaults({ node, input, initializer }: GraphProto) {
  const types = new Map<string, string>([
    ...input.map((value) => [value.name, typeOf(value) ?? 'unknown'] as const),
    ...initializer.map(({ name, dataType }) => {
      return [name, elementTypeNamed(dataType) ?? 'unknown'] as const;
    }),
  ]);
  const faults = node.flatMap((one) => {
    const checked = checkNode(one, types);
    for (const name of one.output) types.set(name, checked.type ?? 'unknown');
    return checked.faults.map((fault) => `node "${one.name}" (${one.opType}): ${fault}`);
  });
  return { faults, types };
}

function outputFaults(output: ValueInfoProto, type: string | undefined): readonly string[] {
  const { name } = output;
  if (type === undefined) return [`output "${name}" is given by no node`];
  const declared = typeOf(output);
  return declared === type ? [] : [`output "${name}" is ${type}, but declared ${declared}`];
}

function typeOf({ type }: ValueInfoProto): string | undefined {
  return type?.value.case === 'tensorType'
    ? elementTypeNamed(type.value.value.elemType)
    : undefined;
}
