import type { GraphBuilder, Value } from '../onnx/graph.ts';
import { Whole } from '../exact/whole.ts';

/** A picture is at most this many pixels wide and high; the arithmetic on its sides is exact below. */
const MAX_SIDE = 2 ** 20;

/** The size of a picture. */
export interface Frame {
  /** Its height and width, [1, 2]: what is worked out for both is written once. */
  readonly sides: Whole;
  /** [1, 1], as is the width. */
  readonly height: Whole;
  readonly width: Whole;
}

export function frameWith(sides: Whole): Frame {
  return { sides, height: sides.columnsAt(0), width: sides.columnsAt(1) };
}

/** The size of `image` [height, width, channels] and its number of channels. */
export function frameOf(graph: GraphBuilder, image: Value): Frame & { readonly channels: Whole } {
  const shape = graph.reshape(graph.cast(graph.node('Shape', [image]), 'float32'), [1, 3]);
  const dims = new Whole(graph, shape, { low: 1, high: MAX_SIDE });
  const channels = dims.columnsAt(2).within({ low: 1, high: 4 });
  return { ...frameWith(dims.columnsAt(0, 1)), channels };
}

/** The longer side. */
export function longSide({ sides }: Frame): Whole {
  return sides.largest();
}

/** 0, 1, 2, … up to `count` (at most `limit`), as a row whose length is known when the graph runs. */
export function countUpTo(count: Whole, limit: number): Whole {
  return Whole.row(count.graph, limit).first(count, 1);
}

/**
 * Every `step`-th row and column of a picture [height, width, channels].
 *
 * @param starts the first row and the first column, int64 [2]
 */
export function everyNth(image: Value, starts: Value, step: Whole): Value {
  const { graph } = step;
  const ends = graph.int64s([MAX_SIDE, MAX_SIDE]);
  const axes = graph.int64s([0, 1]);
  const steps = step.columnsAt(0, 0).asIndices();
  return graph.node('Slice', [image, starts, ends, axes, steps]);
}
