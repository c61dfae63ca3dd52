import { ExportError } from './error.ts';
import type { GraphBuilder, Value } from './graph.ts';
import type { Shape, Weight } from './network.ts';

/**
 * How a batch of pictures lies in memory: [N, height, width, channels] as in tfjs, or
 * [N, channels, height, width] as ONNX's convolutions want it.
 */
export type Layout = 'channelsLast' | 'channelsFirst';

/** What flows between two layers. */
export interface Signal {
  readonly value: Value;
  /** Always in tfjs's order, whatever the layout. */
  readonly shape: Shape;
  /** Only pictures are ever channelsFirst. */
  readonly layout: Layout;
}

/** Of weights and other constants that stand for one example. */
const PICTURE_TO_CHANNELS_FIRST: readonly number[] = [2, 0, 1];

/** A picture as convolutions and pools want it. */
export function channelsFirst(graph: GraphBuilder, signal: Signal): Signal {
  if (signal.layout === 'channelsFirst') return signal;
  const [height = 0, width = 0, channels = 0] = signal.shape;
  // One channel or one pixel lies the same way in both orders.
  const value = isOneWay(signal.shape)
    ? graph.reshape(signal.value, [0, channels, height, width])
    : graph.node('Transpose', [signal.value], { perm: [0, 3, 1, 2] });
  return { ...signal, value, layout: 'channelsFirst' };
}

/** A signal in tfjs's own order. */
export function channelsLast(graph: GraphBuilder, signal: Signal): Signal {
  if (signal.layout === 'channelsLast') return signal;
  const value = isOneWay(signal.shape)
    ? graph.reshape(signal.value, [0, ...signal.shape])
    : graph.node('Transpose', [signal.value], { perm: [0, 2, 3, 1] });
  return { ...signal, value, layout: 'channelsLast' };
}

function isOneWay([height = 0, width = 0, channels = 0]: Shape): boolean {
  return channels === 1 || height * width === 1;
}

/** The same signal after an operation that keeps shape and order. */
export function mapped({ shape, layout }: Signal, value: Value): Signal {
  return { value, shape, layout };
}

/** The signal's axis in memory for one of tfjs's, which is counted without the batch. */
export function axisInMemory({ layout }: Signal, axis: number): number {
  return (layout === 'channelsLast' ? axis : PICTURE_TO_CHANNELS_FIRST.indexOf(axis)) + 1;
}

/** A constant for one example, in the order of the signal that it meets. */
export function constantFor(graph: GraphBuilder, signal: Signal, weight: Weight): Value {
  const { layout } = signal;
  const { data, shape } =
    layout === 'channelsFirst' ? permuted(weight, PICTURE_TO_CHANNELS_FIRST) : weight;
  return graph.constant(data, shape);
}

/** A weight with its dimensions in another order, as numpy's transpose. */
export function permuted({ data, shape }: Weight, order: readonly number[]): Weight {
  const newShape = order.map((from) => shape[from] ?? 0);
  const strides = order.map((from) => stride(shape, from));
  const moved = Float32Array.from(data, (_, index) => {
    let rest = index;
    let from = 0;
    for (let axis = newShape.length - 1; axis >= 0; axis -= 1) {
      const size = newShape[axis] ?? 1;
      from += (rest % size) * (strides[axis] ?? 0);
      rest = Math.floor(rest / size);
    }
    return data[from] ?? 0;
  });
  return { data: moved, shape: newShape };
}

function stride(shape: Shape, axis: number): number {
  return shape.slice(axis + 1).reduce((product, size) => product * size, 1);
}

/** @throws ExportError where a layer that takes one input has another number of them */
export function onlyInput(inputs: readonly Signal[]): Signal {
  const [input, ...more] = inputs;
  if (input && more.length === 0) return input;
  throw new ExportError(`takes one input, but gets ${inputs.length}`);
}
