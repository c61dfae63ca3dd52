import { Whole } from '../exact/whole.ts';

/** Cells around one: itself and its eight neighbours. */
const NEIGHBOURHOOD = { kernel_shape: [3, 3], strides: [1, 1], pads: [1, 1, 1, 1] };

/**
 * Morphological reconstruction by dilation (Vincent, "Morphological Grayscale Reconstruction in Image
 * Analysis", 1993): the marker spreads from cell to cell, nowhere above the mask, for so many steps.
 *
 * @param marker [height, width], nowhere above the mask, nowhere below 0
 */
export function reconstruct(marker: Whole, mask: Whole, steps: number): Whole {
  const { graph } = mask;
  const axes = graph.int64s([0, 1]);
  const limit = graph.node('Unsqueeze', [mask.value, axes]);
  let value = graph.node('Unsqueeze', [marker.value, axes]);
  for (let step = 0; step < steps; step += 1) {
    value = graph.node('Min', [graph.node('MaxPool', [value], NEIGHBOURHOOD), limit]);
  }
  return new Whole(graph, graph.node('Squeeze', [value, axes]), mask.range);
}
