import type { Layer, Network } from '../../onnx/network.ts';
import { choiceOf, numberOf, pairOf, weightOf } from '../../onnx/settings.ts';

/** Whole numbers of a picture, channel after channel of each place. */
export interface Maps {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** [height * width * channels]. */
  readonly values: Float64Array;
}

/** A network of whole numbers with one input and one output, as it is meant: loops, no graph. */
export function evaluate(network: Network, input: Maps): Maps {
  const results = new Map<string, Maps>();
  for (const layer of network.layers) {
    const inputs = layer.inbound.flatMap((name) => results.get(name) ?? []);
    results.set(layer.name, network.inputs.includes(layer.name) ? input : evaluated(layer, inputs));
  }
  const output = results.get(network.outputs[0] ?? '');
  if (!output) throw new RangeError('The network has no output.');
  return output;
}

function evaluated(layer: Layer, inputs: readonly Maps[]): Maps {
  const [x] = inputs;
  if (!x) throw new RangeError(`Layer "${layer.name}" has no input.`);
  switch (layer.className) {
    case 'Conv2D':
      return convolved(layer, x);
    case 'Add':
      return { ...x, values: x.values.map((value, at) => value + (inputs[1]?.values[at] ?? NaN)) };
    case 'UpSampling2D':
      return doubled(x);
    case 'WholeScale':
      return { ...x, values: x.values.map((value, at) => value * factorOf(layer, at)) };
    case 'WholeRescale':
      return rescaled(layer, x);
    default:
      throw new RangeError(`Layer "${layer.name}" is a ${layer.className}.`);
  }
}

function factorOf(layer: Layer, at: number): number {
  const { data } = weightOf(layer, 'factors');
  return data[at % data.length] ?? NaN;
}

/** Scaled, rounded down, kept within a range. */
function rescaled(layer: Layer, x: Maps): Maps {
  const [low, high] = [numberOf(layer, 'low', 0), numberOf(layer, 'high', 0)];
  const half = numberOf(layer, 'half', 0);
  const values = x.values.map((value, at) => {
    const whole = Math.floor((value + half) * factorOf(layer, at));
    return Math.min(Math.max(whole, low), high);
  });
  return { ...x, values };
}

/** Each place twice as wide and as high. */
function doubled({ height, width, channels, values }: Maps): Maps {
  const result = blank(2 * height, 2 * width, channels);
  for (let y = 0; y < result.height; y += 1) {
    for (let x = 0; x < result.width; x += 1) {
      const from = (Math.floor(y / 2) * width + Math.floor(x / 2)) * channels;
      const to = (y * result.width + x) * channels;
      result.values.set(values.subarray(from, from + channels), to);
    }
  }
  return result;
}

/** What is outside counts as 0; with strides of 2 there is more of it at the end. */
function convolved(layer: Layer, x: Maps): Maps {
  const kernel = weightOf(layer, 'kernel');
  const bias = weightOf(layer, 'bias').data;
  const [rows = 0, columns = 0, inner = 0, filters = 0] = kernel.shape;
  const [down, along] = pairOf(layer, 'strides', [1, 1]);
  choiceOf(layer, 'padding', ['same']);
  const result = blank(Math.ceil(x.height / down), Math.ceil(x.width / along), filters);
  const before = (size: number, stride: number, from: number, to: number) =>
    Math.floor(Math.max(0, (to - 1) * stride + size - from) / 2);
  const top = before(rows, down, x.height, result.height);
  const left = before(columns, along, x.width, result.width);
  for (let y = 0; y < result.height; y += 1) {
    for (let column = 0; column < result.width; column += 1) {
      const sums = result.values.subarray(
        (y * result.width + column) * filters,
        (y * result.width + column + 1) * filters,
      );
      sums.set(bias);
      for (let v = 0; v < rows; v += 1) {
        const row = y * down - top + v;
        if (row < 0 || row >= x.height) continue;
        for (let u = 0; u < columns; u += 1) {
          const place = column * along - left + u;
          if (place < 0 || place >= x.width) continue;
          for (let channel = 0; channel < inner; channel += 1) {
            const value = x.values[(row * x.width + place) * inner + channel] ?? NaN;
            if (value === 0) continue;
            const weights = ((v * columns + u) * inner + channel) * filters;
            for (let filter = 0; filter < filters; filter += 1) {
              sums[filter] = (sums[filter] ?? 0) + value * (kernel.data[weights + filter] ?? NaN);
            }
          }
        }
      }
    }
  }
  return result;
}

function blank(height: number, width: number, channels: number): Maps {
  return { height, width, channels, values: new Float64Array(height * width * channels) };
}
