import { ExportError } from './error.ts';
import type { Layer, Shape } from './network.ts';
import { listOf, numberOf, shown, weightOf } from './settings.ts';

/** What a trained BatchNormalization does to each channel: `x * scale + shift`. */
export interface Affine {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/** Ioffe and Szegedy, "Batch Normalization", 2015, algorithm 2. Worked out in float64. */
export function affineOf(layer: Layer): Affine {
  const epsilon = numberOf(layer, 'epsilon', 1e-3);
  const mean = weightOf(layer, 'moving_mean').data;
  const variance = weightOf(layer, 'moving_variance').data;
  const { gamma, beta } = layer.weights;
  const scales = Array.from(variance, (value, channel) => {
    return (gamma?.data[channel] ?? 1) / Math.sqrt(value + epsilon);
  });
  const shifts = scales.map((scale, channel) => {
    return (beta?.data[channel] ?? 0) - (mean[channel] ?? 0) * scale;
  });
  return { scale: Float32Array.from(scales), shift: Float32Array.from(shifts) };
}

/**
 * tfjs's own backends disagree about any axis but the last (cpu and wasm, of 4.22, take it for the last).
 *
 * @param shape of what is normalized
 * @throws ExportError where it is normalized along another axis
 */
export function mustNormalizeChannels({ config }: Layer, shape: Shape): void {
  const { axis: given = -1 } = config;
  const [axis, ...more] = listOf(given);
  if ((axis === -1 || axis === shape.length) && more.length === 0) return;
  throw new ExportError(`${shown('axis', given)} cannot be written; only -1 or ${shape.length}`);
}
