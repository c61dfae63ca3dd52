import type { Layer } from '../onnx/network.ts';
import { numberOf, weightOf } from '../onnx/settings.ts';
import { constantFor, mapped, onlyInput } from '../onnx/signal.ts';
import type { LayerWriters } from '../onnx/exporter.ts';
import type { LayerWriter } from '../onnx/layers/writer.ts';
import type { Range } from './whole.ts';

/** The class of layers that bring sums back to the range of activations. No tfjs layer has this name. */
const RESCALE = 'WholeRescale';

/** The class of layers that multiply by a power of two, to bring two signals to one scale. */
const SCALE = 'WholeScale';

/**
 * `floor(clip(x * factors, low, high))`, for whole bounds. The half that makes it round to the nearest is in `x` already.
 *
 * @param factors powers of two, one for each channel or one for all
 */
export function rescaleLayer(
  name: string,
  source: string,
  factors: Float32Array,
  range: Range,
): Layer {
  const weights = { factors: { data: factors, shape: [factors.length] } };
  return { name, className: RESCALE, config: { ...range }, weights, inbound: [source] };
}

export function scaleLayer(name: string, source: string, factor: number): Layer {
  const weights = { factors: { data: Float32Array.of(factor), shape: [1] } };
  return { name, className: SCALE, config: {}, weights, inbound: [source] };
}

const writeScale: LayerWriter = (graph, layer, inputs) => {
  const x = onlyInput(inputs);
  const { data } = weightOf(layer, 'factors');
  // Along the channels, the last of the dimensions in tfjs's order.
  const shape = [...x.shape.slice(1).map(() => 1), data.length];
  const isSingle = data.length === 1;
  const factors = isSingle ? graph.constant(data, []) : constantFor(graph, x, { data, shape });
  return mapped(x, graph.node('Mul', [x.value, factors]));
};

const writeRescale: LayerWriter = (graph, layer, inputs, shape) => {
  const setting = (name: string) => numberOf(layer, name, 0);
  const constant = (name: string) => graph.constant(Float32Array.of(setting(name)), []);
  const x = onlyInput(inputs);
  const raised =
    setting('half') === 0 ? x : mapped(x, graph.node('Add', [x.value, constant('half')]));
  const scaled = writeScale(graph, layer, [raised], shape);
  // Between whole bounds first: an engine joins that to the convolution before it.
  const bounded = graph.node('Clip', [scaled.value, constant('low'), constant('high')]);
  return mapped(scaled, graph.node('Floor', [bounded]));
};

/** How the exporter writes the classes that only whole networks have. */
export const WHOLE_WRITERS: LayerWriters = {
  [RESCALE]: writeRescale,
  [SCALE]: writeScale,
};
