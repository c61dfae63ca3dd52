import { proveExact, type Reach } from './bound.ts';
import { quantizeWeights } from './quantize.ts';
import type { Range } from './whole.ts';

/** Activations between layers are whole numbers up to this. */
export const ACTIVATION_HIGH = 255;

/** A linear layer in whole numbers. */
export interface WholeLinear {
  /** In the layout of the kernel given. */
  readonly weights: Float32Array;
  /** [channels], at the scale of the products, half of the rescaling's divisor added for rounding. */
  readonly biases: Float32Array;
  /** [channels], powers of two that bring the sums to the output's scale; 1 where the sums are the result. */
  readonly factors: Float32Array;
  /** What 1 stands for in the output. */
  readonly scale: number;
  readonly reach: Reach;
}

export interface LinearSettings {
  readonly bits: number;
  readonly input: Range;
  /** What 1 stands for in the input. */
  readonly inputScale: number;
  /** What 1 is to stand for in the output: the input's scale times a power of two; null to keep the sums. */
  readonly outputScale: number | null;
}

/**
 * Rounds a linear layer (dense or convolution) to whole numbers: weights at a power of two for each output
 * channel, biases at the products' scale, sums brought to the output's scale by powers of two (after Jacob
 * et al., "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference",
 * 2018).
 *
 * @param kernel the output channel changing fastest
 * @throws ExportError naming the channel whose sums could leave float32's exact range
 */
export function toWholeLinear(
  kernel: Float32Array,
  bias: Float32Array,
  { bits, input, inputScale, outputScale }: LinearSettings,
): WholeLinear {
  const shared = outputScale === null;
  const { values, exponents } = quantizeWeights(kernel, bias.length, { bits, shared });
  const scale = outputScale ?? inputScale * 2 ** -(exponents[0] ?? 0);
  const factors = Float32Array.from(exponents, (own) => (inputScale * 2 ** -own) / scale);
  const biases = bias.map((value, channel) => {
    const factor = factors[channel] ?? 1;
    const half = factor < 1 ? 0.5 / factor : 0;
    return Math.round((value / inputScale) * 2 ** (exponents[channel] ?? 0)) + half;
  });
  return { weights: values, biases, factors, scale, reach: proveExact(values, biases, input) };
}

/**
 * The scale for activations up to `range`: the input's times the power of two that brings them to at most
 * 255 whole numbers.
 */
export function activationScale(inputScale: number, range: number): number {
  if (range === 0) return inputScale;
  return inputScale * 2 ** Math.ceil(Math.log2(range / (ACTIVATION_HIGH * inputScale)));
}
