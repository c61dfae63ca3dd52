import { Whole } from '../exact/whole.ts';
import type { Value } from '../onnx/graph.ts';
import { extremesOf, type Coarse } from './coarse.ts';

/** The darkest and the lightest of each square, and what lies within the picture. */
export const LEVEL_CHANNELS = 3;

/** A picture of less contrast is not stretched further: it is blank. */
const LEAST_RANGE = 8;

/**
 * What the segmentation looks at: the levels of each square, stretched so that the darkest of the picture
 * becomes 0 and the lightest 255. Beyond the picture all three channels are 0.
 *
 * Exact: a level of at most 255 times a gain of at most 255 * 256 / 8; no level is below the darkest, and none
 * further above it than the range that the gain brings to 255.
 *
 * @returns float32 [1, height, width, 3], 0 to 255
 */
export function levelsOf(coarse: Coarse): Value {
  const { grey } = coarse.cells;
  const { graph } = grey;
  const { largest: lightest, smallest: darkest } = extremesOf(grey, coarse);
  const least = darkest.smallest();
  const range = lightest.largest().minus(least).atLeast(LEAST_RANGE);
  const gain = Whole.matrix(graph, 1, [255 * 256]).dividedBy(range);
  const inside = coarse.inside.transposed().asPicture();
  // One channel after the other, as engines join them fastest.
  const stretched = darkest
    .asPicture()
    .beside(lightest.asPicture())
    .minus(least)
    .within(grey.range)
    .times(gain)
    .shiftedRight(8)
    .within(grey.range)
    .times(inside);
  const levels = stretched.beside(inside.times(255));
  // From [1, 3, width, height].
  return graph.node('Transpose', [levels.value], { perm: [0, 3, 2, 1] });
}
