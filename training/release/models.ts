import { CLASS_COUNT, CLASSIFIER_MODEL, FULL_MODEL, SEEN_SIDE } from '../../core/index.ts';
import { Whole } from '../exact/whole.ts';
import { GraphBuilder, type Value } from '../onnx/graph.ts';
import { writeNetwork } from '../onnx/exporter.ts';
import type { SequentialModel } from '../onnx/layers-model.ts';
import { prepare } from '../prepare/index.ts';

const OUTPUTS = FULL_MODEL.outputs;

type Metadata = Readonly<Record<string, string>>;

/** The full model without its classifier, `image` to `seen`, `found` and `box`: what training sends MNIST through. */
export function preparationModel(): Uint8Array {
  const graph = new GraphBuilder();
  writePreparation(graph);
  return graph.toModel('preparation');
}

/** The full model of the contract: raw pixels to answer. */
export function fullModel(network: SequentialModel, metadata: Metadata): Uint8Array {
  const graph = new GraphBuilder();
  const seen = writePreparation(graph);
  const logits = writeClassifier(graph, network, seen.value);
  const flat = graph.reshape(logits, [CLASS_COUNT]);
  graph.output(flat, OUTPUTS.logits, 'float32', [CLASS_COUNT]);
  const probabilities = graph.node('Softmax', [flat], { axis: 0 });
  graph.output(probabilities, OUTPUTS.probabilities, 'float32', [CLASS_COUNT]);
  const digit = graph.scope('digit', () => indexOfLargest(graph, logits));
  graph.output(asInt32(graph, [digit]), OUTPUTS.digit, 'int32', [1]);
  return graph.toModel('digits', metadata);
}

/** The classifier alone: prepared pictures to logits. */
export function classifierModel(network: SequentialModel, metadata: Metadata): Uint8Array {
  const graph = new GraphBuilder();
  const { input, outputs } = CLASSIFIER_MODEL;
  const pixels = graph.input(input, 'uint8', ['N', SEEN_SIDE, SEEN_SIDE]);
  const logits = writeClassifier(graph, network, graph.cast(pixels, 'float32'));
  graph.output(logits, outputs.logits, 'float32', ['N', CLASS_COUNT]);
  return graph.toModel('digits-classifier', metadata);
}

/** From the input `image` to the outputs `seen`, `found` and `box`; returns `seen`. */
function writePreparation(graph: GraphBuilder): Whole {
  const image = graph.input(FULL_MODEL.input, 'uint8', ['H', 'W', 'C']);
  const { seen, found, box } = prepare(graph, image);
  const { left, top, width, height } = box;
  graph.output(graph.cast(seen.value, 'uint8'), OUTPUTS.seen, 'uint8', [SEEN_SIDE, SEEN_SIDE]);
  graph.output(graph.cast(graph.reshape(found.value, [1]), 'uint8'), OUTPUTS.found, 'uint8', [1]);
  graph.output(asInt32(graph, [left, top, width, height]), OUTPUTS.box, 'int32', [4]);
  return seen;
}

/**
 * @param pixels float32, 0 to 255, 28x28 for each example
 * @returns the logits, float32 [N, 10]
 */
function writeClassifier(graph: GraphBuilder, network: SequentialModel, pixels: Value): Value {
  return graph.scope('classifier', () => {
    const scale = graph.constant(Float32Array.of(1 / 255), []);
    const scaled = graph.node('Mul', [pixels, scale]);
    return writeNetwork(graph, network, graph.reshape(scaled, [-1, ...network.inputShape]));
  });
}

/** The index of the largest of the logits [1, 10], the first where several are: without ArgMax, whose int64 not every engine has. */
function indexOfLargest(graph: GraphBuilder, logits: Value): Whole {
  const largest = graph.node('ReduceMax', [logits], { axes: [1], keepdims: 1 });
  const distance = graph.node('Sub', [largest, logits]);
  const one = Whole.matrix(graph, 1, [1]);
  // 0 for the largest, 1 for those below it, however near.
  const below = graph.node('Ceil', [graph.node('Min', [distance, one.value])]);
  const isLargest = one.minus(new Whole(graph, below, { low: 0, high: 1 }));
  const fromEnd = Whole.row(graph, CLASS_COUNT).times(-1).plus(CLASS_COUNT);
  return isLargest.times(fromEnd).largest(1, CLASS_COUNT).times(-1).plus(CLASS_COUNT);
}

/** The [1, 1] values as one int32 list. */
function asInt32(graph: GraphBuilder, scalars: readonly Whole[]): Value {
  const flat = scalars.map(({ value }) => graph.reshape(value, [1]));
  return graph.cast(graph.node('Concat', flat, { axis: 0 }), 'int32');
}
