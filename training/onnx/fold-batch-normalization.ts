import { affineOf, mustNormalizeChannels, type Affine } from './batch-normalization.ts';
import { inLayer } from './error.ts';
import type { Layer, Network, Shape, Weight } from './network.ts';
import { weightOf } from './settings.ts';
import { outputShapes } from './shapes.ts';

/** The kernel that gives each linear layer's outputs, and its axis of output channels. */
const KERNELS: Readonly<
  Record<string, { readonly name: string; readonly axes: readonly number[] }>
> = {
  Dense: { name: 'kernel', axes: [1] },
  Conv2D: { name: 'kernel', axes: [3] },
  // A channel's results stand side by side: [height, width, in, multiplier].
  DepthwiseConv2D: { name: 'depthwise_kernel', axes: [2, 3] },
  SeparableConv2D: { name: 'pointwise_kernel', axes: [3] },
  Conv2DTranspose: { name: 'kernel', axes: [2] },
};

/**
 * Takes each BatchNormalization that follows a linear layer into that layer's weights. It stays behind as
 * a linear Activation (see `removeIdentities`), so that every name still stands.
 */
export function foldBatchNormalization(network: Network): Network {
  const shapes = outputShapes(network);
  const layers = new Map(network.layers.map((layer) => [layer.name, layer]));
  for (const layer of network.layers) {
    const [before] = layer.inbound;
    const linear = before === undefined ? undefined : layers.get(before);
    if (!linear || layer.className !== 'BatchNormalization') continue;
    if (!isOnlyFor(network, linear)) continue;
    const affine = inLayer(layer, () => {
      mustNormalizeChannels(layer, shapes.get(linear.name) ?? []);
      return affineOf(layer);
    });
    const folded = scaled(linear, affine);
    if (!folded) continue;
    layers.set(linear.name, folded);
    layers.set(layer.name, passOn(layer));
  }
  return { ...network, layers: [...layers.values()] };
}

/** Whether nothing but one layer sees this layer's output. */
function isOnlyFor({ layers, outputs }: Network, { name }: Layer): boolean {
  const uses = layers.flatMap(({ inbound }) => inbound).filter((from) => from === name);
  return uses.length === 1 && !outputs.includes(name);
}

function passOn({ name, inbound }: Layer): Layer {
  const config = { activation: 'linear' };
  return { name, className: 'Activation', config, weights: {}, inbound };
}

/** The layer with outputs `scale * y + shift`; undefined where it is not linear. */
function scaled(layer: Layer, { scale, shift }: Affine): Layer | undefined {
  const kernel = KERNELS[layer.className];
  if (!kernel || !isLinear(layer)) return undefined;
  const weight = inLayer(layer, () => weightOf(layer, kernel.name));
  const channelOf = channelFinder(weight.shape, kernel.axes);
  const data = weight.data.map((value, index) => value * (scale[channelOf(index)] ?? 1));
  const bias: Weight = {
    data: shift.map((value, channel) => {
      return (layer.weights['bias']?.data[channel] ?? 0) * (scale[channel] ?? 1) + value;
    }),
    shape: [shift.length],
  };
  const weights = { ...layer.weights, [kernel.name]: { ...weight, data }, bias };
  return { ...layer, weights };
}

function isLinear({ config }: Layer): boolean {
  const { activation } = config;
  return activation === undefined || activation === null || activation === 'linear';
}

/** From the index of a kernel's element to its output channel; the axes of the channels are adjacent. */
function channelFinder(shape: Shape, axes: readonly number[]): (index: number) => number {
  const product = (sizes: Shape) => sizes.reduce((result, size) => result * size, 1);
  const within = product(shape.slice((axes.at(-1) ?? 0) + 1));
  const channels = product(axes.map((axis) => shape[axis] ?? 1));
  return (index) => Math.floor(index / within) % channels;
}
