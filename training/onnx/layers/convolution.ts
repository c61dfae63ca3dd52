import type { Attribute } from '../proto.ts';
import type { GraphBuilder, Value } from '../graph.ts';
import type { Layer, Weight } from '../network.ts';
import { mustBe, weightOf } from '../settings.ts';
import { kernelSize } from '../shapes.ts';
import { channelsFirst, onlyInput, permuted } from '../signal.ts';
import { convolutionWindow, transposedWindow, type Window } from '../window.ts';
import { writeActivation } from './activation.ts';
import type { LayerWriter } from './writer.ts';

/** Keras's kernels are [height, width, in, out], ONNX's [out, in, height, width]. */
const OUT_IN_HEIGHT_WIDTH = [3, 2, 0, 1];

export const writeConv2D: LayerWriter = (graph, layer, inputs, shape) => {
  mustBe(layer, 'groups', [1]);
  const x = channelsFirst(graph, onlyInput(inputs));
  const window = convolutionWindow(layer, x.shape, kernelSize(layer, 'kernel'));
  const kernel = permuted(weightOf(layer, 'kernel'), OUT_IN_HEIGHT_WIDTH);
  const operands = [x.value, ...constants(graph, kernel, layer.weights['bias'])];
  const value = graph.node('Conv', operands, windowAttributes(window));
  return activated(graph, layer, value, shape);
};

export const writeDepthwiseConv2D: LayerWriter = (graph, layer, inputs, shape) => {
  mustBe(layer, 'groups', [1]);
  mustBe(layer, 'dilation_rate', [1, [1, 1]]);
  const x = channelsFirst(graph, onlyInput(inputs));
  const value = depthwise(graph, layer, x.value, x.shape, layer.weights['bias']);
  return activated(graph, layer, value, shape);
};

/** Each channel by kernels of its own, then a 1x1 convolution over all. */
export const writeSeparableConv2D: LayerWriter = (graph, layer, inputs, shape) => {
  mustBe(layer, 'groups', [1]);
  const x = channelsFirst(graph, onlyInput(inputs));
  const apart = depthwise(graph, layer, x.value, x.shape);
  const pointwise = permuted(weightOf(layer, 'pointwise_kernel'), OUT_IN_HEIGHT_WIDTH);
  const operands = [apart, ...constants(graph, pointwise, layer.weights['bias'])];
  const value = graph.node('Conv', operands, { kernel_shape: [1, 1] });
  return activated(graph, layer, value, shape);
};

export const writeConv2DTranspose: LayerWriter = (graph, layer, inputs, shape) => {
  mustBe(layer, 'groups', [1]);
  mustBe(layer, 'dilation_rate', [1, [1, 1]]);
  mustBe(layer, 'output_padding', []);
  const x = channelsFirst(graph, onlyInput(inputs));
  const window = transposedWindow(layer, x.shape, kernelSize(layer, 'kernel'));
  // Keras's [height, width, out, in] to ONNX's [in, out, height, width].
  const kernel = permuted(weightOf(layer, 'kernel'), OUT_IN_HEIGHT_WIDTH);
  const operands = [x.value, ...constants(graph, kernel, layer.weights['bias'])];
  const attributes = { ...windowAttributes(window), output_padding: window.outputPadding };
  return activated(graph, layer, graph.node('ConvTranspose', operands, attributes), shape);
};

function depthwise(
  graph: GraphBuilder,
  layer: Layer,
  x: Value,
  shape: readonly number[],
  bias?: Weight,
): Value {
  const window = convolutionWindow(layer, shape, kernelSize(layer, 'depthwise_kernel'));
  const kernel = weightOf(layer, 'depthwise_kernel');
  const [height = 0, width = 0, channels = 0, multiplier = 0] = kernel.shape;
  // [height, width, in, multiplier]: the results of one channel stand side by side.
  const { data } = permuted(kernel, [2, 3, 0, 1]);
  const own = { data, shape: [channels * multiplier, 1, height, width] };
  const attributes = { ...windowAttributes(window), group: channels };
  return graph.node('Conv', [x, ...constants(graph, own, bias)], attributes);
}

function windowAttributes(window: Window): Record<string, Attribute> {
  const { kernel, strides, dilations, pads } = window;
  return { kernel_shape: kernel, strides, dilations, pads };
}

function constants(graph: GraphBuilder, kernel: Weight, bias?: Weight): readonly Value[] {
  return [
    graph.compactConstant(kernel.data, kernel.shape),
    ...(bias ? [graph.constant(bias.data, bias.shape)] : []),
  ];
}

function activated(graph: GraphBuilder, { config }: Layer, value: Value, shape: readonly number[]) {
  return writeActivation(graph, { value, shape, layout: 'channelsFirst' }, config['activation']);
}
