import { ExportError, inLayer } from './error.ts';
import type { Layer, Network, Shape } from './network.ts';
import { choiceOf, numberOf, pairOf, shown, weightOf } from './settings.ts';
import { convolutionWindow, poolingWindow, transposedWindow } from './window.ts';
import { zeroPaddingOf } from './zero-padding.ts';

type ShapeRule = (layer: Layer, inputs: readonly Shape[]) => Shape;

const RULES: Readonly<Record<string, ShapeRule>> = {
  InputLayer: inputShape,
  Dense: (layer, [input = []]) => [...input.slice(0, -1), lastOf(kernelShape(layer, 'kernel', 2))],
  Conv2D: (layer, [input]) => convolved(layer, picture(input), 'kernel', 3),
  DepthwiseConv2D: (layer, [input]) => depthwise(layer, picture(input)),
  SeparableConv2D: (layer, [input]) => separable(layer, picture(input)),
  Conv2DTranspose: (layer, [input]) => transposed(layer, picture(input)),
  MaxPooling2D: (layer, [input]) => pooled(layer, picture(input)),
  AveragePooling2D: (layer, [input]) => pooled(layer, picture(input)),
  GlobalMaxPooling2D: (_layer, [input]) => picture(input).slice(-1),
  GlobalAveragePooling2D: (_layer, [input]) => picture(input).slice(-1),
  Flatten: (_layer, [input = []]) => [sizeOf(input)],
  Reshape: reshaped,
  ZeroPadding2D: (layer, [input]) => padded(layer, picture(input)),
  UpSampling2D: (layer, [input]) => upSampled(layer, picture(input)),
  Add: merged,
  Subtract: merged,
  Multiply: merged,
  Average: merged,
  Maximum: merged,
  Minimum: merged,
  Concatenate: joined,
};

/**
 * What a layer gives, by tfjs's rules. A class without a rule of its own gives what it gets.
 *
 * @param inputs of the layers that feed it
 * @throws ExportError where the layer does not fit its inputs
 */
export function outputShape(layer: Layer, inputs: readonly Shape[]): Shape {
  const rule = RULES[layer.className];
  return inLayer(layer, () => {
    choiceOf(layer, 'data_format', ['channels_last']);
    return rule ? rule(layer, inputs) : (inputs[0] ?? []);
  });
}

/** What each layer of a network gives, by name. */
export function outputShapes({ layers }: Network): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const layer of layers) {
    const inputs = layer.inbound.map((name) => shapes.get(name) ?? []);
    shapes.set(layer.name, outputShape(layer, inputs));
  }
  return shapes;
}

/** The number of elements of one example. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

function inputShape({ config }: Layer): Shape {
  const shape = config['batch_input_shape'];
  if (!Array.isArray(shape)) throw new ExportError('has no input shape');
  return shape.slice(1).map((size: unknown) => {
    if (typeof size === 'number') return size;
    throw new ExportError(`${shown('batch_input_shape', shape)} is open; give every size`);
  });
}

function picture(shape: Shape = []): Shape {
  if (shape.length === 3) return shape;
  throw new ExportError(`takes height, width and channels, but gets [${shape.join(', ')}]`);
}

function kernelShape(layer: Layer, weight: string, rank: number): Shape {
  const { shape } = weightOf(layer, weight);
  if (shape.length === rank) return shape;
  throw new ExportError(`its ${weight} has ${shape.length} dimensions, not ${rank}`);
}

/** The height and width of a convolution's kernel. */
export function kernelSize(layer: Layer, weight: string): readonly [number, number] {
  const [height = 0, width = 0] = kernelShape(layer, weight, 4);
  return [height, width];
}

function lastOf(shape: Shape): number {
  return shape.at(-1) ?? 0;
}

function convolved(layer: Layer, input: Shape, weight: string, channelAxis: number): Shape {
  const shape = kernelShape(layer, weight, 4);
  mustTakeChannels(input, shape[2] ?? 0);
  const { output } = convolutionWindow(layer, input, kernelSize(layer, weight));
  return [...output, shape[channelAxis] ?? 0];
}

function mustTakeChannels(input: Shape, channels: number): void {
  if (lastOf(input) === channels) return;
  throw new ExportError(`its kernel takes ${channels} channels, but gets ${lastOf(input)}`);
}

function depthwise(layer: Layer, input: Shape): Shape {
  const [, , channels = 0, multiplier = 0] = kernelShape(layer, 'depthwise_kernel', 4);
  const [height = 0, width = 0] = convolved(layer, input, 'depthwise_kernel', 3);
  return [height, width, channels * multiplier];
}

function separable(layer: Layer, input: Shape): Shape {
  const [height = 0, width = 0] = convolved(layer, input, 'depthwise_kernel', 3);
  return [height, width, lastOf(kernelShape(layer, 'pointwise_kernel', 4))];
}

function transposed(layer: Layer, input: Shape): Shape {
  const [, , filters = 0, channels = 0] = kernelShape(layer, 'kernel', 4);
  mustTakeChannels(input, channels);
  return [...transposedWindow(layer, input, kernelSize(layer, 'kernel')).output, filters];
}

function pooled(layer: Layer, input: Shape): Shape {
  return [...poolingWindow(layer, input).output, lastOf(input)];
}

function reshaped({ config }: Layer, [input = []]: readonly Shape[]): Shape {
  const target = config['target_shape'];
  if (!Array.isArray(target)) throw new ExportError(shown('target_shape', target));
  const sizes = target.map((size: unknown) => (typeof size === 'number' ? size : -1));
  const known = sizeOf(sizes.filter((size) => size >= 0));
  const shape = sizes.map((size) => (size < 0 ? sizeOf(input) / known : size));
  if (sizeOf(shape) === sizeOf(input) && shape.every(Number.isInteger)) return shape;
  throw new ExportError(`${shown('target_shape', target)} does not hold [${input.join(', ')}]`);
}

function padded(layer: Layer, [height = 0, width = 0, channels = 0]: Shape): Shape {
  const { top, left, bottom, right } = zeroPaddingOf(layer);
  return [height + top + bottom, width + left + right, channels];
}

function upSampled(layer: Layer, [height = 0, width = 0, channels = 0]: Shape): Shape {
  const [rows, columns] = pairOf(layer, 'size', [2, 2]);
  return [height * rows, width * columns, channels];
}

/** Broadcast from the last dimension back, as in numpy. */
function merged(_layer: Layer, inputs: readonly Shape[]): Shape {
  const rank = Math.max(...inputs.map(({ length }) => length));
  const full = inputs.map((shape) => [...Array<number>(rank - shape.length).fill(1), ...shape]);
  return Array.from({ length: rank }, (_, axis) => {
    const sizes = full.map((shape) => shape[axis] ?? 1);
    const size = Math.max(...sizes);
    if (sizes.every((one) => one === 1 || one === size)) return size;
    throw new ExportError(
      `its inputs ${inputs.map((shape) => `[${shape.join(', ')}]`).join(', ')} do not fit`,
    );
  });
}

function joined(layer: Layer, inputs: readonly Shape[]): Shape {
  const [first = []] = inputs;
  const axis = joinAxis(layer, first.length);
  const sizes = inputs.map((shape) => shape[axis] ?? 0);
  return first.with(
    axis,
    sizes.reduce((sum, size) => sum + size, 0),
  );
}

/**
 * The axis that a Concatenate joins along, counted without the batch.
 *
 * tfjs takes every negative axis for the last one; one that means another is refused.
 */
export function joinAxis(layer: Layer, rank: number): number {
  const axis = numberOf(layer, 'axis', -1);
  if (axis === -1) return rank - 1;
  if (Number.isInteger(axis) && axis >= 1 && axis <= rank) return axis - 1;
  throw new ExportError(`${shown('axis', axis)} cannot be written; only -1, or 1 to ${rank}`);
}

/**
 * The input of a network that has one.
 *
 * @throws ExportError where it has several
 */
export function onlyInputShape({ layers, inputs }: Network): Shape {
  const [input, ...more] = layers.filter(({ name }) => inputs.includes(name));
  if (input && more.length === 0) return outputShape(input, []);
  throw new ExportError(`The network has ${inputs.length} inputs, not one.`);
}
