import type { GraphBuilder } from '../graph.ts';
import type { Layer } from '../network.ts';
import { weightOf } from '../settings.ts';
import { channelsLast, onlyInput, type Signal } from '../signal.ts';
import { writeActivation } from './activation.ts';
import type { LayerWriter } from './writer.ts';

/** `activation(x · kernel + bias)` along the last axis; the bias is left out where there is none. */
export const writeDense: LayerWriter = (graph, layer, inputs, shape) => {
  const x = channelsLast(graph, onlyInput(inputs));
  const product = x.shape.length === 1 ? gemm(graph, layer, x) : matMul(graph, layer, x);
  const signal: Signal = { value: product, shape, layout: 'channelsLast' };
  return writeActivation(graph, signal, layer.config['activation']);
};

function gemm(graph: GraphBuilder, { weights, ...layer }: Layer, { value }: Signal): string {
  const { bias } = weights;
  const terms = [weightOf({ weights, ...layer }, 'kernel'), ...(bias ? [bias] : [])];
  return graph.node('Gemm', [
    value,
    ...terms.map(({ data, shape }) => graph.constant(data, shape)),
  ]);
}

function matMul(graph: GraphBuilder, layer: Layer, { value }: Signal): string {
  const kernel = weightOf(layer, 'kernel');
  const { bias } = layer.weights;
  const product = graph.node('MatMul', [value, graph.constant(kernel.data, kernel.shape)]);
  return bias ? graph.node('Add', [product, graph.constant(bias.data, bias.shape)]) : product;
}
