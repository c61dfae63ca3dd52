import { ExportError, inLayer } from '../onnx/error.ts';
import type { Layer, Network, Weight } from '../onnx/network.ts';
import { simplified } from '../onnx/simplify.ts';
import { weightOf } from '../onnx/settings.ts';
import type { Reach } from './bound.ts';
import { InexactError } from './inexact-error.ts';
import { fuseActivations } from './fuse-activations.ts';
import { ACTIVATION_HIGH, activationScale, toWholeLinear, type WholeLinear } from './linear.ts';
import { rescaleLayer, scaleLayer } from './rescale.ts';
import { EXACT_LIMIT, type Range } from './whole.ts';

/** How a float network is to be rounded. */
export interface ExactPlan {
  /** Of a weight, with its sign. */
  readonly bits: number;
  /** The largest magnitude worth keeping apart, by layer of the simplified network. */
  readonly ranges: ReadonlyMap<string, number>;
  /** What 1 stands for in the inputs, which are whole numbers from 0 to 255. */
  readonly inputScale: number;
}

/** A network whose every tensor holds whole numbers. */
export interface WholeNetwork {
  readonly network: Network;
  /** What 1 stands for in each output, and its range, by the name of the output. */
  readonly outputs: ReadonlyMap<string, Quantity>;
  /** Of each layer that adds products up, by name. */
  readonly reaches: ReadonlyMap<string, Reach>;
}

/** Whole numbers within a range, and what 1 of them stands for in the float network. */
export interface Quantity {
  readonly range: Range;
  readonly scale: number;
}

/**
 * Rounds a float network to whole numbers, layer by layer. What comes out is a network again, of the same
 * classes and of rescalings, so that the same exporter writes it.
 *
 * The sums of an output layer are kept as they are, whatever scale they have; a softmax at the end is left
 * out, since no two engines agree on it: its logits are the output.
 *
 * @throws ExportError naming the layer that cannot be rounded, and why
 */
export function toWholeNetwork(network: Network, plan: ExactPlan): WholeNetwork {
  const lowering = new Lowering(plan, network.outputs);
  for (const layer of fuseActivations(simplified(network)).layers) {
    inLayer(layer, () => {
      lowering.add(layer);
    });
  }
  return lowering.finish(network);
}

/** The same, or undefined where a sum could leave the exact range: with fewer bits it may not. */
export function toWholeNetworkIfExact(network: Network, plan: ExactPlan): WholeNetwork | undefined {
  try {
    return toWholeNetwork(network, plan);
  } catch (error) {
    if (error instanceof ExportError && error.cause instanceof InexactError) return undefined;
    throw error;
  }
}

/** Classes that only move numbers, or choose among them. */
const MOVERS: ReadonlySet<string> = new Set([
  'Flatten',
  'GlobalMaxPooling2D',
  'MaxPooling2D',
  'Reshape',
  'UpSampling2D',
  'ZeroPadding2D',
]);

/** The weight that a linear class multiplies with. */
const KERNELS: Readonly<Record<string, string>> = {
  Dense: 'kernel',
  Conv2D: 'kernel',
  DepthwiseConv2D: 'depthwise_kernel',
};

class Lowering {
  readonly #plan: ExactPlan;
  readonly #outputs: readonly string[];
  readonly #layers: Layer[] = [];
  readonly #quantities = new Map<string, Quantity>();
  readonly #reaches = new Map<string, Reach>();

  constructor(plan: ExactPlan, outputs: readonly string[]) {
    this.#plan = plan;
    this.#outputs = outputs;
  }

  add(layer: Layer): void {
    const { className } = layer;
    if (className === 'InputLayer') this.#addInput(layer);
    else if (className in KERNELS) this.#addLinear(layer);
    else if (className === 'Add') this.#addSum(layer);
    else if (MOVERS.has(className)) this.#keep(layer, this.#quantityOf(layer.inbound[0]));
    else throw new ExportError(`class ${className} cannot be written in whole numbers`);
  }

  finish(network: Network): WholeNetwork {
    const outputs = network.outputs.map((name) => [name, this.#quantityOf(name)] as const);
    return {
      network: { ...network, layers: this.#layers },
      outputs: new Map(outputs),
      reaches: this.#reaches,
    };
  }

  #addInput(layer: Layer): void {
    const range = { low: 0, high: ACTIVATION_HIGH };
    this.#keep(layer, { range, scale: this.#plan.inputScale });
  }

  #addLinear(layer: Layer): void {
    const kernelName = KERNELS[layer.className] ?? '';
    const kernel = weightOf(layer, kernelName);
    const input = this.#quantityOf(layer.inbound[0]);
    const rescaling = this.#rescalingAfter(layer, input.scale);
    const linear = toWholeLinear(kernel.data, biasOf(layer, kernel), {
      bits: this.#plan.bits,
      input: input.range,
      inputScale: input.scale,
      outputScale: rescaling?.scale ?? null,
    });
    this.#reaches.set(layer.name, linear.reach);
    const sums = withWholeWeights(layer, kernelName, linear);
    if (!rescaling) this.#keep(sums, { range: linear.reach.range, scale: linear.scale });
    else this.#keepRescaled(sums, linear.factors, rescaling, 0);
  }

  /** Scales differ by powers of two only, so that the coarser is a whole multiple of the finer. */
  #addSum(layer: Layer): void {
    const inputs = layer.inbound.map((name) => ({ name, ...this.#quantityOf(name) }));
    const scale = Math.min(...inputs.map((input) => input.scale));
    const reach = inputs.reduce((sum, { range, scale: own }) => {
      return sum + Math.max(Math.abs(range.low), Math.abs(range.high)) * (own / scale);
    }, 0);
    if (!(reach < EXACT_LIMIT)) throw new InexactError(`could reach ${reach}, above 2^24`);
    const inbound = inputs.map((input) => this.#scaledBy(layer, input.name, input.scale / scale));
    const range = { low: -reach, high: reach };
    this.#reaches.set(layer.name, { range, share: reach / EXACT_LIMIT });
    const sum = { ...layer, inbound, config: { ...layer.config, activation: 'linear' } };
    const rescaling = this.#rescalingAfter(layer, scale);
    if (!rescaling) this.#keep(sum, { range, scale });
    else {
      const factor = scale / rescaling.scale;
      this.#keepRescaled(sum, Float32Array.of(factor), rescaling, factor < 1 ? 0.5 / factor : 0);
    }
  }

  #scaledBy(layer: Layer, source: string, factor: number): string {
    if (factor === 1) return source;
    const scaled = scaleLayer(`${layer.name}/${source}`, source, factor);
    this.#layers.push(scaled);
    return scaled.name;
  }

  /** What follows a layer's sums; null for those of an output without an activation. */
  #rescalingAfter({ name, config }: Layer, inputScale: number): Quantity | null {
    const activation = config['activation'] ?? 'linear';
    if (activation === 'softmax' || activation === 'linear') {
      if (this.#outputs.includes(name)) return null;
      if (activation === 'softmax') throw new ExportError('softmax is exact only at the end');
    } else if (activation !== 'relu' && activation !== 'relu6') {
      throw new ExportError(
        `activation ${JSON.stringify(activation)} cannot be written in whole numbers`,
      );
    }
    const range = this.#plan.ranges.get(name);
    if (range === undefined) throw new ExportError('its activations have not been measured');
    const scale = activationScale(inputScale, range);
    const high = activation === 'relu6' ? Math.round(6 / scale) : ACTIVATION_HIGH;
    const low = activation === 'linear' ? -ACTIVATION_HIGH : 0;
    return { range: { low, high: Math.min(high, ACTIVATION_HIGH) }, scale };
  }

  /** @param half of what the factors divide by, where the sums do not hold it yet */
  #keepRescaled(sums: Layer, factors: Float32Array, result: Quantity, half: number): void {
    const own = { ...sums, name: `${sums.name}/sums` };
    this.#layers.push(own);
    const settings = { ...result.range, half };
    this.#keep(rescaleLayer(sums.name, own.name, factors, settings), result);
  }

  #keep(layer: Layer, quantity: Quantity): void {
    this.#layers.push(layer);
    this.#quantities.set(layer.name, quantity);
  }

  #quantityOf(name = ''): Quantity {
    const quantity = this.#quantities.get(name);
    if (!quantity) throw new ExportError(`the network has no layer "${name}" before it`);
    return quantity;
  }
}

function biasOf({ weights }: Layer, { shape }: Weight): Float32Array {
  // A depthwise kernel [height, width, in, multiplier] has in * multiplier channels.
  const last =
    shape.length === 4 && weights['depthwise_kernel'] ? shape.slice(-2) : shape.slice(-1);
  return weights['bias']?.data ?? new Float32Array(last.reduce((a, b) => a * b, 1));
}

function withWholeWeights(layer: Layer, kernelName: string, linear: WholeLinear): Layer {
  const kernel = weightOf(layer, kernelName);
  return {
    ...layer,
    config: { ...layer.config, activation: 'linear', use_bias: true },
    weights: {
      [kernelName]: { data: linear.weights, shape: kernel.shape },
      bias: { data: linear.biases, shape: [linear.biases.length] },
    },
  };
}
