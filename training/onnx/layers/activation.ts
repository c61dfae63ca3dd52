import { ExportError } from '../error.ts';
import type { GraphBuilder, Value } from '../graph.ts';

/** Adds the activation that Keras calls `name`. */
export function writeActivation(graph: GraphBuilder, x: Value, name: unknown): Value {
  switch (name) {
    case undefined:
    case 'linear':
      return x;
    case 'relu':
      return graph.node('Relu', [x]);
    case 'softmax':
      return graph.node('Softmax', [x], { axis: -1 });
    default:
      throw new ExportError(`activation ${JSON.stringify(name)} cannot be written`);
  }
}
