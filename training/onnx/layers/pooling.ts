import { mustBe } from '../settings.ts';
import { channelsFirst, onlyInput } from '../signal.ts';
import { poolingWindow } from '../window.ts';
import type { LayerWriter } from './writer.ts';

export const writeMaxPooling2D = pooling('MaxPool');

/** Averages over the pixels in the picture: padding does not count, in tfjs as in ONNX's default. */
export const writeAveragePooling2D = pooling('AveragePool');

export const writeGlobalMaxPooling2D = globalPooling('GlobalMaxPool');

export const writeGlobalAveragePooling2D = globalPooling('GlobalAveragePool');

function pooling(opType: string): LayerWriter {
  return (graph, layer, inputs, shape) => {
    const x = channelsFirst(graph, onlyInput(inputs));
    const { kernel, strides, pads } = poolingWindow(layer, x.shape);
    const value = graph.node(opType, [x.value], { kernel_shape: kernel, strides, pads });
    return { value, shape, layout: 'channelsFirst' };
  };
}

/** To one number a channel. */
function globalPooling(opType: string): LayerWriter {
  return (graph, layer, inputs, shape) => {
    mustBe(layer, 'keepdims', [false]);
    const x = channelsFirst(graph, onlyInput(inputs));
    const pooled = graph.node(opType, [x.value]);
    return { value: graph.reshape(pooled, [0, ...shape]), shape, layout: 'channelsLast' };
  };
}
