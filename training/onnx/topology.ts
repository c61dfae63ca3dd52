import type { io } from '@tensorflow/tfjs';
import { ExportError } from './error.ts';

/** Where a tensor comes from: a layer, which of its calls, which of that call's outputs. */
export type TensorReference = readonly [layer: string, call: number, output: number];

/** A layer of a graph, and each call of it with the tensors it is given. */
export interface GraphLayer {
  readonly name: string;
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly calls: readonly (readonly TensorReference[])[];
}

/** A model as a graph of layers, some of which may be models themselves. */
export interface ModelGraph {
  readonly name: string;
  readonly layers: readonly GraphLayer[];
  readonly inputs: readonly TensorReference[];
  readonly outputs: readonly TensorReference[];
}

/** How Keras writes a layer or a model; only what is read here. */
interface SerializedLayer {
  readonly class_name: string;
  readonly name?: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes?: readonly unknown[];
}

/**
 * The graph of a saved model's topology.
 *
 * @throws ExportError where it is no LayersModel
 */
export function modelGraphOf({ modelTopology }: io.ModelArtifacts): ModelGraph {
  if (!isRecord(modelTopology)) {
    throw new ExportError('The model has no topology. Is this the model.json of a LayersModel?');
  }
  // A file that was converted from Keras holds the training's settings beside the model.
  const model = modelTopology['model_config'] ?? modelTopology;
  if (!isRecord(model) || !isModelClass(model['class_name'])) {
    throw new ExportError('The topology is not one of a LayersModel (Sequential or functional).');
  }
  return toGraph(model as unknown as SerializedLayer);
}

/** Whether a layer is a model of its own. */
export function isModelClass(className: unknown): boolean {
  return className === 'Sequential' || className === 'Model' || className === 'Functional';
}

/** The graph of a layer that is a model. */
export function nestedGraph({ className, config }: GraphLayer): ModelGraph {
  return toGraph({ class_name: className, config });
}

function toGraph({ class_name: className, config }: SerializedLayer): ModelGraph {
  return className === 'Sequential' ? sequentialGraph(config) : functionalGraph(config);
}

function functionalGraph(config: Readonly<Record<string, unknown>>): ModelGraph {
  const layers = layersOf(config).map((layer) => ({
    ...namedLayer(layer),
    calls: (layer.inbound_nodes ?? []).map(callOf),
  }));
  const outputs = referencesOf(config['output_layers']);
  const counted = countedFromFirstCall(layers, outputs);
  return {
    name: nameOf(config),
    layers: layers.map((layer) => ({
      ...layer,
      calls: layer.calls.map((call) => call.map(counted)),
    })),
    inputs: referencesOf(config['input_layers']),
    outputs: outputs.map(counted),
  };
}

/**
 * Keras counts the making of a nested model as its first call, but leaves it out of the list of calls.
 * Every call in the list is referred to, so the highest reference is to the last.
 */
function countedFromFirstCall(
  layers: readonly GraphLayer[],
  outputs: readonly TensorReference[],
): (reference: TensorReference) => TensorReference {
  const references = [...layers.flatMap(({ calls }) => calls.flat()), ...outputs];
  const leftOut = new Map(
    layers
      .filter(({ className }) => isModelClass(className))
      .map(({ name, calls }) => {
        const indices = references.filter(([layer]) => layer === name).map(([, call]) => call);
        return [name, Math.max(0, ...indices) - (calls.length - 1)] as const;
      }),
  );
  return ([layer, call, output]) => [layer, call - (leftOut.get(layer) ?? 0), output];
}

/** A Sequential model is a chain that begins with an InputLayer, which tfjs leaves out of the file. */
function sequentialGraph(config: Readonly<Record<string, unknown>>): ModelGraph {
  const [first, ...rest] = layersOf(config).map(namedLayer);
  if (!first) throw new ExportError('The model has no layers.');
  const chain =
    first.className === 'InputLayer' ? [first, ...rest] : [inputOf(first), first, ...rest];
  const layers = chain.map((layer, index) => {
    const before = chain[index - 1];
    return { ...layer, calls: before ? [[firstOutput(before)]] : [] };
  });
  const [input, output] = [layers.at(0), layers.at(-1)];
  if (!input || !output) throw new ExportError('The model has no layers.');
  return {
    name: nameOf(config),
    layers,
    inputs: [firstOutput(input)],
    outputs: [firstOutput(output)],
  };
}

type NamedLayer = Omit<GraphLayer, 'calls'>;

/** The InputLayer that tfjs puts before the first layer of a Sequential model. */
function inputOf(first: NamedLayer): NamedLayer {
  const { name, className, config } = first;
  if (isModelClass(className)) {
    const nested = nestedGraph({ ...first, calls: [] });
    const [input] = nested.inputs;
    const layer = nested.layers.find((candidate) => candidate.name === input?.[0]);
    if (layer) return layer;
  }
  if (config['batch_input_shape'] === undefined) {
    throw new ExportError(`Layer "${name}" (${className}): is the first but has no input shape.`);
  }
  return { name: `${name}_input`, className: 'InputLayer', config };
}

function namedLayer({ name, class_name: className, config }: SerializedLayer): NamedLayer {
  return { name: name ?? nameOf(config), className, config };
}

function firstOutput({ name }: NamedLayer): TensorReference {
  return [name, 0, 0];
}

/** Models saved by early versions are a bare list of layers. */
function layersOf(config: Readonly<Record<string, unknown>>): readonly SerializedLayer[] {
  const layers: unknown = Array.isArray(config) ? config : config['layers'];
  if (Array.isArray(layers) && layers.every(isSerializedLayer)) return layers;
  throw new ExportError('The topology has no list of layers.');
}

function isSerializedLayer(layer: unknown): layer is SerializedLayer {
  return isRecord(layer) && typeof layer['class_name'] === 'string' && isRecord(layer['config']);
}

function nameOf(config: Readonly<Record<string, unknown>>): string {
  return typeof config['name'] === 'string' ? config['name'] : 'model';
}

/** One entry of `inbound_nodes`: a list of [layer, call, output, arguments]. */
function callOf(node: unknown): readonly TensorReference[] {
  if (!Array.isArray(node)) {
    throw new ExportError(
      'The topology is written in the way of Keras 3, which tfjs cannot load either; save it with Keras 2.',
    );
  }
  for (const [, , , named] of node as unknown[][]) {
    if (isRecord(named) && named['training'] === true) {
      throw new ExportError('A layer called with training: true cannot be written.');
    }
  }
  return referencesOf(node);
}

function referencesOf(list: unknown): readonly TensorReference[] {
  if (Array.isArray(list) && list.every(isReference)) return list;
  // A model with one input or output may name it without a list around it.
  if (isReference(list)) return [list];
  throw new ExportError(`${JSON.stringify(list)} should be a list of [layer, call, output].`);
}

function isReference(value: unknown): value is TensorReference {
  if (!Array.isArray(value)) return false;
  const [layer, call, output] = value as unknown[];
  return typeof layer === 'string' && Number.isInteger(call) && Number.isInteger(output);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
