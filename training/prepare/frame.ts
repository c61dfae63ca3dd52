import type { GraphBuilder, Value } from '../onnx/graph.ts';
import { Whole } from '../exact/whole.ts';

/** A picture is at most this many pixels wide and high; the arithmetic on its sides is exact below. */
const MAX_SIDE = 2 ** 20;

/** The size of a picture, each as [1, 1]. */
export interface Frame {
  readonly height: Whole;
  readonly width: Whole;
}

/** The size of `image` [height, width, channels] and its number of channels. */
export function frameOf(graph: GraphBuilder, image: Value): Frame & { readonly channels: Whole } {
  const shape = graph.reshape(graph.cast(graph.node('Shape', [image]), 'float32'), [3, 1]);
  const dims = new Whole(graph, shape, { low: 1, high: MAX_SIDE });
  // One of the three terms is not zero, so a partial sum is one of the dimensions.
  const pick = (...row: number[]) =>
    Whole.matrix(graph, 1, row).matMul(dims, MAX_SIDE).within(dims.range);
  return {
    height: pick(1, 0, 0),
    width: pick(0, 1, 0),
    channels: pick(0, 0, 1).within({ low: 1, high: 4 }),
  };
}

/** The longer side. */
export function longSide({ height, width }: Frame): Whole {
  return height.atLeast(width);
}

/** A value as the int64 list that Slice, Gather and Reshape take. */
export function asIndices({ graph, value }: Whole): Value {
  return graph.reshape(graph.cast(value, 'int64'), [-1]);
}

/** 0, 1, 2, … up to `count` (at most `limit`), as a row whose length is known when the graph runs. */
export function countUpTo(count: Whole, limit: number): Whole {
  const { graph } = count;
  const row = Whole.row(graph, limit);
  const [start, axis] = [graph.int64s([0]), graph.int64s([1])];
  const value = graph.node('Slice', [row.value, start, asIndices(count), axis]);
  return new Whole(graph, value, row.range);
}

/** Every `step`-th row and column of a picture [height, width, channels], from `starts` on. */
export function everyNth(image: Value, starts: Frame, ends: Frame, step: Whole): Value {
  const { graph } = step;
  const both = ({ height, width }: Frame) =>
    graph.node('Concat', [asIndices(height), asIndices(width)], { axis: 0 });
  const axes = graph.int64s([0, 1]);
  const steps = both({ height: step, width: step });
  return graph.node('Slice', [image, both(starts), both(ends), axes, steps]);
}
