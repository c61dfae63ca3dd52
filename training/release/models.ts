import { CLASS_COUNT, CLASSIFIER_MODEL, FULL_MODEL, SEEN_SIDE } from '../../core/index.ts';
import { GraphBuilder, type Value } from '../onnx/graph.ts';
import { prepare, type Prepared } from '../prepare/index.ts';
import type { Classifier } from './classifier.ts';

const OUTPUTS = FULL_MODEL.outputs;

type Metadata = Readonly<Record<string, string>>;

/** The full model without its classifier, `image` to `seen`, `found` and `box`: what training sends MNIST through. */
export function preparationModel(): Uint8Array {
  const graph = new GraphBuilder();
  writePreparation(graph);
  return graph.toModel('preparation');
}

/** The full model of the contract: raw pixels to answer. */
export function fullModel(classifier: Classifier, metadata: Metadata): Uint8Array {
  const graph = new GraphBuilder();
  const { seen, found } = writePreparation(graph);
  const logits = graph.scope('classifier', () => classifier.writeLogits(graph, seen.value));
  const verdict = graph.scope('verdict', () => classifier.writeVerdict(graph, logits));
  const flat = (value: Value) => graph.reshape(value, [CLASS_COUNT]);
  graph.output(flat(logits), OUTPUTS.logits, 'float32', [CLASS_COUNT]);
  graph.output(flat(verdict.probabilities), OUTPUTS.probabilities, 'float32', [CLASS_COUNT]);
  // Both are 0 or 1: where nothing was found, nothing is sure.
  const sure = graph.node('Mul', [verdict.sure, found.value]);
  graph.output(graph.cast(graph.reshape(sure, [1]), 'uint8'), OUTPUTS.sure, 'uint8', [1]);
  graph.output(asInt32(graph, verdict.digit, 1), OUTPUTS.digit, 'int32', [1]);
  return graph.toModel('digits', metadata);
}

/** The classifier alone: prepared pictures to logits. */
export function classifierModel(classifier: Classifier, metadata: Metadata): Uint8Array {
  const graph = new GraphBuilder();
  const { input, outputs } = CLASSIFIER_MODEL;
  const pixels = graph.input(input, 'uint8', ['N', SEEN_SIDE, SEEN_SIDE]);
  const logits = classifier.writeLogits(graph, graph.cast(pixels, 'float32'));
  graph.output(logits, outputs.logits, 'float32', ['N', CLASS_COUNT]);
  return graph.toModel('digits-classifier', metadata);
}

/** The probabilities alone that follow from the logits of one picture, both [1, 10]: to choose by them. */
export function verdictModel(classifier: Classifier): Uint8Array {
  const graph = new GraphBuilder();
  const logits = graph.input(OUTPUTS.logits, 'float32', [1, CLASS_COUNT]);
  const { probabilities } = classifier.writeVerdict(graph, logits);
  graph.output(probabilities, OUTPUTS.probabilities, 'float32', [1, CLASS_COUNT]);
  return graph.toModel('verdict');
}

/** From the input `image` to the outputs `seen`, `found` and `box`. */
function writePreparation(graph: GraphBuilder): Pick<Prepared, 'seen' | 'found'> {
  const image = graph.input(FULL_MODEL.input, 'uint8', ['H', 'W', 'C']);
  const { seen, found, box } = prepare(graph, image);
  // The contract names columns before rows.
  const corners = box.topLeft.beside(box.sides).columnsAt(1, 0, 3, 2);
  graph.output(graph.cast(seen.value, 'uint8'), OUTPUTS.seen, 'uint8', [SEEN_SIDE, SEEN_SIDE]);
  graph.output(graph.cast(graph.reshape(found.value, [1]), 'uint8'), OUTPUTS.found, 'uint8', [1]);
  graph.output(asInt32(graph, corners.value, 4), OUTPUTS.box, 'int32', [4]);
  return { seen, found };
}

/** The row as a list of `count` int32. */
function asInt32(graph: GraphBuilder, row: Value, count: number): Value {
  return graph.cast(graph.reshape(row, [count]), 'int32');
}
