import { ExportError } from './error.ts';
import type { Layer, Shape } from './network.ts';
import { choiceOf, pairOf } from './settings.ts';

type Pair = readonly [height: number, width: number];

/** How a kernel or a pool slides over height and width. */
export interface Window {
  readonly kernel: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  /** ONNX's order: top, left, bottom, right. */
  readonly pads: readonly [number, number, number, number];
  /** Height and width of the result. */
  readonly output: Pair;
}

/**
 * The window of a convolution.
 *
 * @param input [height, width, channels]
 */
export function convolutionWindow(layer: Layer, input: Shape, kernel: Pair): Window {
  const strides = pairOf(layer, 'strides', [1, 1]);
  return slide(layer, input, kernel, strides, pairOf(layer, 'dilation_rate', [1, 1]));
}

/**
 * The window of a pooling layer.
 *
 * @param input [height, width, channels]
 */
export function poolingWindow(layer: Layer, input: Shape): Window {
  const kernel = pairOf(layer, 'pool_size', [2, 2]);
  return slide(layer, input, kernel, pairOf(layer, 'strides', kernel), [1, 1]);
}

function slide(layer: Layer, input: Shape, kernel: Pair, strides: Pair, dilations: Pair): Window {
  const padding = choiceOf(layer, 'padding', ['valid', 'same']);
  const [height = 0, width = 0] = input;
  const along = padding === 'same' ? slideSame : slideValid;
  const rows = along(height, (kernel[0] - 1) * dilations[0] + 1, strides[0]);
  const columns = along(width, (kernel[1] - 1) * dilations[1] + 1, strides[1]);
  return {
    kernel,
    strides,
    dilations,
    pads: [rows.before, columns.before, rows.after, columns.after],
    output: [rows.length, columns.length],
  };
}

/** Along one side of the picture. */
interface Slide {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** TensorFlow's 'SAME': as many results as strides begin in the picture; of odd padding, more goes to the end. */
function slideSame(size: number, reach: number, stride: number): Slide {
  const length = Math.ceil(size / stride);
  const total = Math.max(0, (length - 1) * stride + reach - size);
  const before = Math.floor(total / 2);
  return { before, after: total - before, length };
}

/** TensorFlow's 'VALID': only windows that lie in the picture. */
function slideValid(size: number, reach: number, stride: number): Slide {
  if (reach > size) {
    throw new ExportError(`its window reaches over ${reach} pixels, but the input has ${size}`);
  }
  return { before: 0, after: 0, length: Math.ceil((size - reach + 1) / stride) };
}

/** How a transposed convolution spreads its input. */
export interface TransposedWindow extends Window {
  /** Rows and columns after the last that any kernel reaches. */
  readonly outputPadding: Pair;
}

/**
 * The window of a transposed convolution: that of the convolution whose gradient it is.
 *
 * @param input [height, width, channels]
 */
export function transposedWindow(layer: Layer, input: Shape, kernel: Pair): TransposedWindow {
  const padding = choiceOf(layer, 'padding', ['valid', 'same']);
  const strides = pairOf(layer, 'strides', [1, 1]);
  const [height = 0, width = 0] = input;
  const along = (size: number, reach: number, stride: number) => {
    const overlap = Math.max(reach - stride, 0);
    const cut = padding === 'same' ? overlap : 0;
    const before = Math.floor(cut / 2);
    const length = size * stride + overlap - cut;
    return { before, after: cut - before, length, beyond: Math.max(stride - reach, 0) };
  };
  const rows = along(height, kernel[0], strides[0]);
  const columns = along(width, kernel[1], strides[1]);
  return {
    kernel,
    strides,
    dilations: [1, 1],
    pads: [rows.before, columns.before, rows.after, columns.after],
    output: [rows.length, columns.length],
    outputPadding: [rows.beyond, columns.beyond],
  };
}
