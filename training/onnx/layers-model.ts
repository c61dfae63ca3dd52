import type { io } from '@tensorflow/tfjs';
import { ExportError } from './error.ts';
import type { Layer, Network, Weight } from './network.ts';
import {
  isModelClass,
  modelGraphOf,
  nestedGraph,
  type GraphLayer,
  type ModelGraph,
  type TensorReference,
} from './topology.ts';
import { decodeWeights } from './weights.ts';

/**
 * Reads what `model.save()` of a tfjs LayersModel hands out, or what stands in `model.json` and its
 * weight files.
 *
 * @throws ExportError where it is no LayersModel or its weights do not fit it
 */
export function readLayersModel(artifacts: io.ModelArtifacts): Network {
  const graph = modelGraphOf(artifacts);
  const weights = decodeWeights(artifacts.weightSpecs ?? [], artifacts.weightData ?? []);
  const layers: Layer[] = [];
  const unfolded = new UnfoldedModel(graph, { path: [], models: [] }, weights, layers);
  return {
    name: graph.name,
    inputs: graph.inputs.map((reference) => unfolded.layerFor(reference)),
    outputs: graph.outputs.map((reference) => unfolded.layerFor(reference)),
    layers,
  };
}

/** Where a nested model stands, from the outermost model around it inwards. */
interface Place {
  /** Names of the calls. */
  readonly path: readonly string[];
  /** Names of the models. */
  readonly models: readonly string[];
}

/** Lays one model's graph flat: each call of a layer becomes a layer of its own, once it is asked for. */
class UnfoldedModel {
  readonly #graph: ModelGraph;
  readonly #place: Place;
  readonly #weights: ReadonlyMap<string, Weight>;
  readonly #layers: Layer[];
  /** The flat layer for each tensor, by its name in this model. */
  readonly #known = new Map<string, string>();

  constructor(
    graph: ModelGraph,
    place: Place,
    weights: ReadonlyMap<string, Weight>,
    layers: Layer[],
    inputs: readonly string[] = [],
  ) {
    this.#graph = graph;
    this.#place = place;
    this.#weights = weights;
    this.#layers = layers;
    for (const [index, name] of inputs.entries()) {
      const reference = graph.inputs[index];
      if (reference) this.#known.set(tensorName(reference), name);
    }
  }

  /** The flat layer whose output is the tensor; its predecessors are added before it. */
  layerFor(reference: TensorReference): string {
    const tensor = tensorName(reference);
    const known = this.#known.get(tensor);
    if (known !== undefined) return known;
    const [layerName, call] = reference;
    const layer = this.#graph.layers.find(({ name }) => name === layerName);
    if (!layer) throw new ExportError(`The topology speaks of a layer "${layerName}" it lacks.`);
    const inbound = (layer.calls[call] ?? []).map((from) => this.layerFor(from));
    if (isModelClass(layer.className)) this.#unfold(layer, call, inbound);
    else this.#add(layer, reference, inbound);
    return this.layerFor(reference);
  }

  #add(layer: GraphLayer, reference: TensorReference, inbound: readonly string[]): void {
    const { className, config } = layer;
    const name = this.#flatName(tensorName(reference));
    const weights = this.#weightsOf(layer.name);
    this.#layers.push({ name, className, config, weights, inbound });
    this.#known.set(tensorName(reference), name);
  }

  /** Each output of the nested model gets a layer with the nested model's name, which passes it on. */
  #unfold(layer: GraphLayer, call: number, inbound: readonly string[]): void {
    const graph = nestedGraph(layer);
    const place = {
      path: [...this.#place.path, tensorName([layer.name, call, 0])],
      models: [...this.#place.models, layer.name],
    };
    const model = new UnfoldedModel(graph, place, this.#weights, this.#layers, inbound);
    for (const [index, output] of graph.outputs.entries()) {
      const reference: TensorReference = [layer.name, call, index];
      const passOn = { ...layer, className: 'Activation', config: { activation: 'linear' } };
      this.#add(passOn, reference, [model.layerFor(output)]);
    }
  }

  #flatName(name: string): string {
    return [...this.#place.path, name].join('/');
  }

  /** tfjs names a weight after its layer, and after the models around it where those were built late. */
  #weightsOf(layerName: string): Layer['weights'] {
    for (const prefix of this.#weightPrefixes(layerName)) {
      const own = [...this.#weights]
        .filter(([name]) => name.startsWith(prefix) && !name.slice(prefix.length).includes('/'))
        .map(([name, weight]) => [name.slice(prefix.length), weight] as const);
      if (own.length > 0) return Object.fromEntries(own);
    }
    return {};
  }

  #weightPrefixes(layerName: string): readonly string[] {
    const names = [...this.#place.models, layerName];
    return names.map((_name, from) => `${names.slice(from).join('/')}/`);
  }
}

/** A layer's own name for the first output of its first call, which for most is the only one. */
function tensorName([layer, call, output]: TensorReference): string {
  if (output > 0) return `${layer}:${call}:${output}`;
  return call > 0 ? `${layer}:${call}` : layer;
}
