import { FULL_MODEL } from '../../core/index.ts';
import { GraphBuilder } from '../onnx/graph.ts';
import { cellsOf } from '../prepare/cells.ts';
import { coarseOf, toCoarse } from '../prepare/coarse.ts';
import { shrunkToGrey } from '../prepare/index.ts';
import { LEVEL_CHANNELS, levelsOf } from '../prepare/levels.ts';

/**
 * The preparation as far as the segmentation's input: `image` to `levels`, uint8 [1, height, width, 3], and
 * to `lightest`, uint8 [height, width], of each square, not stretched.
 */
export function levelsModel(): Uint8Array {
  const graph = new GraphBuilder();
  const image = graph.input(FULL_MODEL.input, 'uint8', ['H', 'W', 'C']);
  const { shrunk, grey } = shrunkToGrey(graph, image);
  const coarse = coarseOf(cellsOf(grey.picture, shrunk));
  const lightest = toCoarse(coarse.cells.grey, coarse).times(coarse.inside);
  const levels = graph.cast(levelsOf(coarse), 'uint8');
  graph.output(levels, 'levels', 'uint8', [1, 'height', 'width', LEVEL_CHANNELS]);
  graph.output(graph.cast(lightest.value, 'uint8'), 'lightest', 'uint8', ['height', 'width']);
  return graph.toModel('levels');
}
