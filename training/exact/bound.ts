import { InexactError } from './inexact-error.ts';
import { EXACT_LIMIT, type Range } from './whole.ts';

/** How far the sums of a layer's output channels reach. */
export interface Reach {
  /** Of the results; every partial sum lies within ± the larger of both. */
  readonly range: Range;
  /** The largest share of the exact range that a channel's partial sums can use, 0 to 1. */
  readonly share: number;
}

/**
 * Proves that no partial sum of a linear layer leaves float32's exact range, in whatever order it is
 * taken: `largest input * sum|w| + |b| < 2^24` for every output channel.
 *
 * @param weights whole numbers, the output channel changing fastest
 * @param input of every element of the input
 * @throws InexactError naming the channel that could reach further
 */
export function proveExact(weights: Float32Array, biases: Float32Array, input: Range): Reach {
  const largest = Math.max(Math.abs(input.low), Math.abs(input.high));
  const reaches = Array.from(sumsOfMagnitudes(weights, biases.length), (sum, channel) => {
    const reach = largest * sum + Math.abs(biases[channel] ?? 0);
    if (reach < EXACT_LIMIT) return reach;
    throw new InexactError(
      `channel ${channel} could reach ${reach}, but float32 is exact only below 2^24 = ` +
        `${EXACT_LIMIT}; use fewer bits for its weights`,
    );
  });
  const furthest = Math.max(...reaches);
  return { range: { low: -furthest, high: furthest }, share: furthest / EXACT_LIMIT };
}

function sumsOfMagnitudes(weights: Float32Array, channels: number): Float64Array {
  const sums = new Float64Array(channels);
  for (const [index, weight] of weights.entries()) {
    const channel = index % channels;
    sums[channel] = (sums[channel] ?? 0) + Math.abs(weight);
  }
  return sums;
}
