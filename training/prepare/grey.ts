import type { Value } from '../onnx/graph.ts';
import { Whole } from '../exact/whole.ts';
import { asIndices } from './frame.ts';

const BYTE = { low: 0, high: 255 };
const WHITE = 255;

/**
 * What each channel adds to the luma, in 256ths, for pictures of 1, 2, 3 and 4 channels
 * (ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B).
 */
const LUMA_WEIGHTS = [
  [256, 0, 0, 0],
  [256, 0, 0, 0],
  [77, 150, 29, 0],
  [77, 150, 29, 0],
];

/** Which channel is alpha, for pictures of 1, 2, 3 and 4 channels. */
const ALPHA_WEIGHTS = [
  [0, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 1],
];

/** What a picture without transparency has for alpha. */
const OPAQUE = [255, 0, 255, 0];

/**
 * The grey picture [height, width], 0 to 255, that `image` uint8 [height, width, channels] shows on
 * white paper.
 *
 * Exact: the largest sum is 256 * 255 (the weights of a pixel's channels add up to 256).
 */
export function toGrey(image: Value, channels: Whole): Whole {
  const { graph } = channels;
  const pixels = new Whole(graph, graph.cast(image, 'float32'), BYTE);
  const weigh = (table: readonly (readonly number[])[], reach: number) => {
    const weighed = pixels.matMul(weightsFor(channels, table), reach);
    return new Whole(graph, graph.reshape(weighed.value, [0, -1]), weighed.range);
  };
  const luma = weigh(LUMA_WEIGHTS, 256 * 255).shiftedRight(8);
  // Either the picture has an alpha channel or the constant stands for it: never both.
  const alpha = weigh(ALPHA_WEIGHTS, 255).plus(rowFor(channels, OPAQUE)).within(BYTE);
  // 0 to 256, so that the division by 256 is a shift and what is opaque stays as it is.
  const cover = alpha.plus(alpha.minus(127).isPositive());
  // cover * luma + (256 - cover) * white, a weighted mean of two bytes.
  return luma
    .minus(WHITE)
    .times(cover)
    .plus(256 * WHITE)
    .shiftedRight(8)
    .within(BYTE);
}

/** The row of `table` for this number of channels, as a column [channels, 1]. */
function weightsFor(channels: Whole, table: readonly (readonly number[])[]): Whole {
  const { graph } = channels;
  const weights = Whole.matrix(graph, table.length, table.flat());
  const index = asIndices(channels.minus(1));
  const row = graph.node('Gather', [weights.value, index], { axis: 0 });
  const column = graph.reshape(row, [-1, 1]);
  const [start, axis] = [graph.int64s([0]), graph.int64s([0])];
  const value = graph.node('Slice', [column, start, asIndices(channels), axis]);
  return new Whole(graph, value, weights.range);
}

function rowFor(channels: Whole, table: readonly number[]): Whole {
  const { graph } = channels;
  const values = Whole.matrix(graph, table.length, table);
  const index = asIndices(channels.minus(1));
  return new Whole(graph, graph.node('Gather', [values.value, index], { axis: 0 }), values.range);
}
