import { CLASS_COUNT } from '../../core/index.ts';
import type { WholeNetwork } from '../exact/lower.ts';
import { largestOf } from '../exact/largest.ts';
import { reaches, wholeSoftmax } from '../exact/probabilities.ts';
import { WHOLE_WRITERS } from '../exact/rescale.ts';
import { Whole } from '../exact/whole.ts';
import { writeSingleNetwork } from '../onnx/exporter.ts';
import type { GraphBuilder, Value } from '../onnx/graph.ts';
import type { Network } from '../onnx/network.ts';
import { onlyInputShape } from '../onnx/shapes.ts';

/** What follows from the logits of one picture. */
export interface Verdict {
  /** float32 [1, 1], 0 to 9. */
  readonly digit: Value;
  /** float32 [1, 10]. */
  readonly probabilities: Value;
  /** float32 [1, 1]: 1 where the largest probability is at least the threshold, else 0. */
  readonly sure: Value;
}

/** Adds a classifier to a graph. */
export interface Classifier {
  /** From pixels, float32 [N, 28, 28], whole numbers 0 to 255, to logits, float32 [N, 10]. */
  readonly writeLogits: (graph: GraphBuilder, pixels: Value) => Value;
  /** From the logits of one picture, [1, 10]. */
  readonly writeVerdict: (graph: GraphBuilder, logits: Value) => Verdict;
}

/**
 * A classifier whose every number is whole, so that it is the same to the last bit wherever it runs.
 *
 * @param temperature by which the logits are divided before they become probabilities
 * @param sureFrom the largest probability from which on an answer is sure: a multiple of 2^-16
 */
export function exactClassifier(
  { network, outputs }: WholeNetwork,
  temperature: number,
  sureFrom = 0,
): Classifier {
  const [logits] = outputs.values();
  if (!logits) throw new RangeError('A classifier needs an output.');
  return {
    writeLogits: (graph, pixels) =>
      writeSingleNetwork(graph, network, flat(graph, network, pixels), WHOLE_WRITERS),
    writeVerdict: (graph, value) => {
      const largest = largestOf(new Whole(graph, value, logits.range), CLASS_COUNT);
      const unit = logits.scale / temperature;
      const { shares, probabilities } = wholeSoftmax(largest, CLASS_COUNT, unit);
      const sure = reaches(shares, sureFrom);
      return { digit: largest.index.value, probabilities, sure: sure.value };
    },
  };
}

/** The float network as it was trained: to compare with, never released. */
export function floatClassifier(network: Network, sureFrom = 0): Classifier {
  return {
    writeLogits: (graph, pixels) => {
      const scale = graph.constant(Float32Array.of(1 / 255), []);
      const scaled = graph.node('Mul', [pixels, scale]);
      return writeSingleNetwork(graph, network, flat(graph, network, scaled));
    },
    writeVerdict: (graph, logits) => {
      const index = graph.node('ArgMax', [logits], { axis: 1, keepdims: 1 });
      const probabilities = graph.node('Softmax', [logits], { axis: -1 });
      const top = graph.node('ReduceMax', [probabilities], { axes: [1], keepdims: 1 });
      const threshold = graph.constant(Float32Array.of(sureFrom), [1, 1]);
      const sure = graph.cast(graph.node('GreaterOrEqual', [top, threshold]), 'float32');
      return { digit: graph.cast(index, 'float32'), probabilities, sure };
    },
  };
}

function flat(graph: GraphBuilder, network: Network, pixels: Value): Value {
  return graph.reshape(pixels, [-1, ...onlyInputShape(network)]);
}
