import { ExportError } from '../error.ts';
import type { GraphBuilder, Value } from '../graph.ts';
import type { Layer } from '../layers-model.ts';
import { writeActivation } from './activation.ts';

/** `activation(x · kernel + bias)` for `x` [N, features]; the bias is left out where there is none. */
export function writeDense(graph: GraphBuilder, { config, weights }: Layer, x: Value): Value {
  const { kernel, bias } = weights;
  if (!kernel) throw new ExportError('has no weight "kernel"');
  const inputs = [kernel, ...(bias ? [bias] : [])];
  const constants = inputs.map(({ data, shape }) => graph.constant(data, shape));
  const product = graph.node('Gemm', [x, ...constants]);
  return writeActivation(graph, product, config['activation']);
}
