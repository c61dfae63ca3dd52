import { ExportError } from '../error.ts';
import type { GraphBuilder, Value } from '../graph.ts';
import type { Shape } from '../network.ts';
import { joinAxis } from '../shapes.ts';
import { axisInMemory, channelsFirst, channelsLast, type Signal } from '../signal.ts';
import type { LayerWriter } from './writer.ts';

export const writeAdd = elementwise('Add');
export const writeMultiply = elementwise('Mul');
export const writeMaximum = elementwise('Max');
export const writeMinimum = elementwise('Min');

export const writeAverage: LayerWriter = (graph, layer, inputs, shape) => {
  const sum = writeAdd(graph, layer, inputs, shape);
  const share = graph.constant(Float32Array.of(1 / inputs.length), []);
  return { ...sum, value: graph.node('Mul', [sum.value, share]) };
};

export const writeConcatenate: LayerWriter = (graph, layer, inputs, shape) => {
  const { signals, layout } = inOneLayout(graph, inputs);
  const joined: Signal = { value: '', shape, layout };
  const axis = axisInMemory(joined, joinAxis(layer, shape.length));
  const values = signals.map(({ value }) => value);
  return { ...joined, value: graph.node('Concat', values, { axis }) };
};

/** One after the other in the order of the inputs, as tfjs does. */
function elementwise(opType: string): LayerWriter {
  return (graph, _layer, inputs, shape) => {
    const { signals, layout } = inOneLayout(graph, inputs);
    const values = signals.map((signal) => withRank(graph, signal, shape));
    return { value: values.reduce((a, b) => graph.node(opType, [a, b])), shape, layout };
  };
}

/** Pictures meet in the convolutions' order where one of them has it. */
function inOneLayout(graph: GraphBuilder, inputs: readonly Signal[]) {
  if (inputs.length < 2) throw new ExportError(`takes several inputs, but gets ${inputs.length}`);
  const first =
    inputs.every(({ shape }) => shape.length === 3) &&
    inputs.some((input) => input.layout === 'channelsFirst');
  const convert = first ? channelsFirst : channelsLast;
  const layout = first ? ('channelsFirst' as const) : ('channelsLast' as const);
  return { signals: inputs.map((input) => convert(graph, input)), layout };
}

/** tfjs puts the dimensions that a smaller tensor lacks after the batch. */
function withRank(graph: GraphBuilder, { value, shape }: Signal, whole: Shape): Value {
  const missing = whole.length - shape.length;
  if (missing === 0) return value;
  return graph.reshape(value, [0, ...Array<number>(missing).fill(1), ...shape]);
}
