import { ExportError } from './error.ts';
import type { GraphBuilder, Value } from './graph.ts';
import { writeActivation } from './layers/activation.ts';
import { writeDense } from './layers/dense.ts';
import type { Layer, SequentialModel } from './layers-model.ts';

/** Adds one layer's nodes; throws an ExportError that names the setting it cannot write. */
type LayerWriter = (graph: GraphBuilder, layer: Layer, x: Value) => Value;

const WRITERS: Readonly<Record<string, LayerWriter>> = {
  InputLayer: (_graph, _layer, x) => x,
  Dense: writeDense,
  Activation: (graph, { config }, x) => writeActivation(graph, x, config['activation']),
  // Only training drops anything.
  Dropout: (_graph, _layer, x) => x,
};

/**
 * Adds a tfjs network to a graph, layer by layer, in float32.
 *
 * @param x float32 [N, ...model.inputShape]
 * @returns the last layer's output
 * @throws ExportError naming the layer, its class and the setting that cannot be written
 */
export function writeNetwork(graph: GraphBuilder, model: SequentialModel, x: Value): Value {
  return model.layers.reduce((value, layer) => writeLayer(graph, layer, value), x);
}

function writeLayer(graph: GraphBuilder, layer: Layer, x: Value): Value {
  const write = WRITERS[layer.className];
  if (!write) {
    const known = Object.keys(WRITERS).join(', ');
    throw new ExportError(
      `Layer "${layer.name}": class ${layer.className} cannot be written. Known: ${known}.`,
    );
  }
  try {
    return graph.scope(layer.name, () => write(graph, layer, x));
  } catch (cause) {
    if (!(cause instanceof ExportError)) throw cause;
    const message = `Layer "${layer.name}" (${layer.className}): ${cause.message}.`;
    throw new ExportError(message, { cause });
  }
}
