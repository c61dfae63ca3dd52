/** Weights as whole numbers: a weight is `values[i] * 2 ** -exponents[channel]`, up to rounding. */
export interface QuantizedWeights {
  /** Whole numbers in the kernel's own layout. */
  readonly values: Float32Array;
  /** [channels]. */
  readonly exponents: readonly number[];
}

/**
 * Rounds weights to whole numbers of at most `bits` bits with sign, at the largest power of two that fits.
 *
 * @param kernel any layout in which the output channel changes fastest, as in all of tfjs's kernels
 * @param shared one exponent for all channels, so that their outputs compare
 */
export function quantizeWeights(
  kernel: Float32Array,
  channels: number,
  { bits, shared }: { readonly bits: number; readonly shared: boolean },
): QuantizedWeights {
  const limit = 2 ** (bits - 1) - 1;
  const own = largestOfEach(kernel, channels).map((largest) => exponentFor(largest, limit));
  const exponents = shared ? own.map(() => Math.min(...own)) : own;
  const values = kernel.map((weight, index) =>
    Math.round(weight * 2 ** (exponents[index % channels] ?? 0)),
  );
  return { values, exponents };
}

/** The largest exponent that keeps `largest * 2^exponent` within `limit` once it is rounded. */
function exponentFor(largest: number, limit: number): number {
  // A channel without weights is exact at any scale.
  return largest === 0 ? 0 : Math.floor(Math.log2((limit + 0.49) / largest));
}

function largestOfEach(kernel: Float32Array, channels: number): number[] {
  const largest = new Array<number>(channels).fill(0);
  for (const [index, weight] of kernel.entries()) {
    const channel = index % channels;
    largest[channel] = Math.max(largest[channel] ?? 0, Math.abs(weight));
  }
  return largest;
}
