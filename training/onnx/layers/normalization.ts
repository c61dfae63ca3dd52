import { affineOf, mustNormalizeChannels } from '../batch-normalization.ts';
import { constantFor, mapped, onlyInput } from '../signal.ts';
import type { LayerWriter } from './writer.ts';

/** `x * scale + shift` with what training has seen of the inputs' mean and variance. */
export const writeBatchNormalization: LayerWriter = (graph, layer, inputs) => {
  const x = onlyInput(inputs);
  mustNormalizeChannels(layer, x.shape);
  const { scale, shift } = affineOf(layer);
  const shape = [...x.shape.slice(0, -1).fill(1), scale.length];
  const factor = constantFor(graph, x, { data: scale, shape });
  const term = constantFor(graph, x, { data: shift, shape });
  const scaled = graph.node('Mul', [x.value, factor]);
  return mapped(x, graph.node('Add', [scaled, term]));
};
