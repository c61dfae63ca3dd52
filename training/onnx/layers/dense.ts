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
  const kernel = weightOf({ weights, ...layer }, 'kernel');
  return graph.node('Gemm', [
    value,
    graph.compactConstant(kernel.data, kernel.shape),
    ...(bias ? [graph.constant(bias.data, bias.shape)] : []),
  ]);
}

function matMul(graph: GraphBuilder, layer: Layer, { value }: Signal): string {
  const kernel = weightOf(layer, 'kernel');
  const { bias } = layer.weights;
  const product = graph.node('MatMul', [value, graph.compactConstant(kernel.data, kernel.shape)]);
  return bias ? graph.node('Add', [product, graph.constant(bias.data, bias.shape)]) : product;
}
