import type { GraphBuilder } from '../graph.ts';
import type { Layer, Shape } from '../network.ts';
import type { Signal } from '../signal.ts';

/**
 * Adds one layer's nodes to the graph.
 *
 * @param shape of the layer's output
 * @throws ExportError naming the setting that cannot be written
 */
export type LayerWriter = (
  graph: GraphBuilder,
  layer: Layer,
  inputs: readonly Signal[],
  shape: Shape,
) => Signal;
