import { choiceOf } from '../settings.ts';
import { channelsLast, onlyInput } from '../signal.ts';
import type { LayerWriter } from './writer.ts';

export const writeReshape: LayerWriter = (graph, _layer, inputs, shape) => {
  const x = channelsLast(graph, onlyInput(inputs));
  return { ...x, value: graph.reshape(x.value, [0, ...shape]), shape };
};

export const writeFlatten: LayerWriter = (graph, layer, inputs, shape) => {
  choiceOf(layer, 'data_format', ['channels_last']);
  return writeReshape(graph, layer, inputs, shape);
};
