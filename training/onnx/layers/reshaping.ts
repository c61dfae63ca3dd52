import { channelsLast, onlyInput } from '../signal.ts';
import type { LayerWriter } from './writer.ts';

/** Reshape and Flatten: the same numbers in tfjs's order, counted in another way. */
export const writeReshape: LayerWriter = (graph, _layer, inputs, shape) => {
  const x = channelsLast(graph, onlyInput(inputs));
  return { ...x, value: graph.reshape(x.value, [0, ...shape]), shape };
};
