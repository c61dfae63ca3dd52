import { ExportError } from '../error.ts';
import type { GraphBuilder, Value } from '../graph.ts';
import { listOf, mustBe, numberOf, shown, weightOf } from '../settings.ts';
import { axisInMemory, constantFor, mapped, onlyInput, type Signal } from '../signal.ts';
import type { LayerWriter } from './writer.ts';

/** @param axis of the channels */
type Activation = (graph: GraphBuilder, x: Value, axis: number) => Value;

/** By the names under which Keras stores tfjs's activations. */
const ACTIVATIONS: Readonly<Record<string, Activation>> = {
  elu: (graph, x) => graph.node('Elu', [x]),
  gelu,
  gelu_new: geluByTanh,
  hard_sigmoid: (graph, x) =>
    graph.node('HardSigmoid', [x], { alpha: { float: 0.2 }, beta: { float: 0.5 } }),
  linear: (_graph, x) => x,
  log_softmax: (graph, x, axis) => graph.node('LogSoftmax', [x], { axis }),
  mish: (graph, x) => {
    const gate = graph.node('Tanh', [graph.node('Softplus', [x])]);
    return graph.node('Mul', [x, gate]);
  },
  relu: (graph, x) => graph.node('Relu', [x]),
  relu6: (graph, x) => clip(graph, x, 6),
  selu: (graph, x) => graph.node('Selu', [x]),
  sigmoid: (graph, x) => graph.node('Sigmoid', [x]),
  softmax: (graph, x, axis) => graph.node('Softmax', [x], { axis }),
  softplus: (graph, x) => graph.node('Softplus', [x]),
  softsign: (graph, x) => graph.node('Softsign', [x]),
  swish: (graph, x) => graph.node('Mul', [x, graph.node('Sigmoid', [x])]),
  tanh: (graph, x) => graph.node('Tanh', [x]),
};

/**
 * Adds the activation that a layer's config names.
 *
 * @throws ExportError where tfjs knows no activation of that name
 */
export function writeActivation(graph: GraphBuilder, x: Signal, name: unknown): Signal {
  const known = typeof name === 'string' && Object.hasOwn(ACTIVATIONS, name);
  const write = ACTIVATIONS[known ? name : 'linear'];
  if (!write || !(known || name === undefined || name === null)) {
    const names = Object.keys(ACTIVATIONS).join(', ');
    throw new ExportError(`${shown('activation', name)} cannot be written; only ${names}`);
  }
  return mapped(x, write(graph, x.value, axisInMemory(x, x.shape.length - 1)));
}

export const writeActivationLayer: LayerWriter = (graph, { config }, inputs) =>
  writeActivation(graph, onlyInput(inputs), config['activation']);

export const writeReLU: LayerWriter = (graph, layer, inputs) => {
  mustBe(layer, 'negative_slope', [0, [0]]);
  mustBe(layer, 'threshold', [0, [0]]);
  const x = onlyInput(inputs);
  const { max_value: limit } = layer.config;
  if (limit === undefined || limit === null) return writeActivation(graph, x, 'relu');
  return mapped(x, clip(graph, x.value, numberOf(layer, 'max_value', 0)));
};

export const writeLeakyReLU: LayerWriter = (graph, layer, inputs) => {
  const x = onlyInput(inputs);
  const alpha = { float: numberOf(layer, 'alpha', 0.3) };
  return mapped(x, graph.node('LeakyRelu', [x.value], { alpha }));
};

export const writePReLU: LayerWriter = (graph, layer, inputs) => {
  const x = onlyInput(inputs);
  const slope = constantFor(graph, x, weightOf(layer, 'alpha'));
  return mapped(x, graph.node('PRelu', [x.value, slope]));
};

export const writeELU: LayerWriter = (graph, layer, inputs) => {
  mustBe(layer, 'alpha', [1, [1]]);
  return writeActivation(graph, onlyInput(inputs), 'elu');
};

export const writeThresholdedReLU: LayerWriter = (graph, layer, inputs) => {
  const x = onlyInput(inputs);
  const alpha = { float: numberOf(layer, 'theta', 1) };
  return mapped(x, graph.node('ThresholdedRelu', [x.value], { alpha }));
};

/** tfjs computes a softmax along the last axis only, and counts the batch. */
export const writeSoftmax: LayerWriter = (graph, { config }, inputs) => {
  const x = onlyInput(inputs);
  const { axis = 1 } = config;
  const [only, ...more] = listOf(axis);
  if (more.length > 0 || (only !== -1 && only !== x.shape.length)) {
    throw new ExportError(`${shown('axis', axis)} cannot be written; only -1 or ${x.shape.length}`);
  }
  return writeActivation(graph, x, 'softmax');
};

/** max(0, min(x, limit)). */
function clip(graph: GraphBuilder, x: Value, limit: number): Value {
  return graph.node('Clip', [x, scalar(graph, 0), scalar(graph, limit)]);
}

/** x Φ(x), Φ by the error function (Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016). */
function gelu(graph: GraphBuilder, x: Value): Value {
  const erf = graph.node('Erf', [graph.node('Mul', [x, scalar(graph, Math.SQRT1_2)])]);
  return halfTimes(graph, x, graph.node('Add', [erf, scalar(graph, 1)]));
}

/** The same paper's approximation by tanh. */
function geluByTanh(graph: GraphBuilder, x: Value): Value {
  const cube = graph.node('Mul', [graph.node('Mul', [x, x]), x]);
  const bent = graph.node('Add', [x, graph.node('Mul', [cube, scalar(graph, 0.044715)])]);
  const scaled = graph.node('Mul', [bent, scalar(graph, Math.sqrt(2 / Math.PI))]);
  const tanh = graph.node('Tanh', [scaled]);
  return halfTimes(graph, x, graph.node('Add', [tanh, scalar(graph, 1)]));
}

function halfTimes(graph: GraphBuilder, x: Value, factor: Value): Value {
  return graph.node('Mul', [graph.node('Mul', [x, factor]), scalar(graph, 0.5)]);
}

function scalar(graph: GraphBuilder, value: number): Value {
  return graph.constant(Float32Array.of(value), []);
}
