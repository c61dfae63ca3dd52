import type { Value } from '../onnx/graph.ts';
import type { Largest } from './largest.ts';
import { Whole } from './whole.ts';

/** Entries of the table of exponentials; at 1/64 or finer steps they reach below 2^-12. */
const TABLE_LENGTH = 1024;

/** exp(0) in the table: 12 bits, so that the sum of ten times 2^5 stays below `dividedBy`'s 2^21. */
const TABLE_ONE = 4095;

/** Natural logarithms between two entries of the table, at most. */
const LARGEST_STEP = 1 / 64;

/** Probabilities are multiples of 2^-16. */
const PROBABILITY_BITS = 16;

/** The bits of the quotient that one step of the long division gives. */
const DIVISION_STEPS = [5, 5, 5, 1];

export interface WholeProbabilities {
  /** [1, n], in units of 2^-16: 2^16 in all. */
  readonly shares: Whole;
  /** The same as [1, n] float32, multiples of 2^-16. */
  readonly probabilities: Value;
}

/**
 * A softmax in whole numbers: exponentials from a table, divided by their sum a few bits at a time. What
 * rounding leaves over goes to the largest, so that they add up to 1 exactly.
 *
 * @param largest of the logits
 * @param unit the natural logarithm that a difference of 1 between two logits stands for, that is their
 *   scale divided by the temperature
 */
export function wholeSoftmax(
  { distance, isIt }: Largest,
  length: number,
  unit: number,
): WholeProbabilities {
  const { graph } = distance;
  const shift = Math.max(0, Math.floor(Math.log2(LARGEST_STEP / unit)));
  const entry = distance.shiftedRight(shift).atMost(TABLE_LENGTH - 1);
  const table = graph.constant(exponentials(unit * 2 ** shift));
  const looked = graph.node('Gather', [table, graph.cast(entry.value, 'int64')], { axis: 0 });
  const exponential = new Whole(graph, looked, { low: 0, high: TABLE_ONE });
  const roundedDown = sharesOfSum(exponential, length);
  const missing = roundedDown
    .rowSums(length)
    .times(-1)
    .plus(2 ** PROBABILITY_BITS);
  // A share is rounded down by less than 1, so that less than `length` is missing.
  const rest = missing.within({ low: 0, high: length }).times(isIt);
  const unitValue = graph.constant(Float32Array.of(2 ** -PROBABILITY_BITS), [1, 1]);
  const shares = roundedDown.plus(rest).within({ low: 0, high: 2 ** PROBABILITY_BITS });
  return { shares, probabilities: graph.node('Mul', [shares.value, unitValue]) };
}

/**
 * 1 where the largest probability is at least the threshold, else 0, as [1, 1].
 *
 * @param threshold a multiple of 2^-16 from 0 to 1
 */
export function reaches(shares: Whole, threshold: number): Whole {
  const steps = threshold * 2 ** PROBABILITY_BITS;
  if (!Number.isInteger(steps) || steps < 0 || steps > 2 ** PROBABILITY_BITS) {
    throw new RangeError(`${threshold} is not a multiple of 2^-${PROBABILITY_BITS} from 0 to 1.`);
  }
  return shares
    .largest()
    .minus(steps - 1)
    .isPositive();
}

/** `exp(-step * i)` in 12 bits, for i from 0. */
function exponentials(step: number): Float32Array {
  return Float32Array.from({ length: TABLE_LENGTH }, (_, entry) =>
    Math.round(TABLE_ONE * Math.exp(-step * entry)),
  );
}

/** `floor(2^16 * x / sum of x)`, by long division in steps that stay within `dividedBy`'s range. */
function sharesOfSum(x: Whole, length: number): Whole {
  // The largest of a softmax has exponential `TABLE_ONE`, so the sum is at least that.
  const sum = x.rowSums(length).within({ low: TABLE_ONE, high: length * TABLE_ONE });
  let quotient = x.times(0);
  let remainder = x;
  for (const bits of DIVISION_STEPS) {
    const raised = remainder.times(2 ** bits);
    const digits = raised.dividedBy(sum);
    // What is left is less than the divisor.
    remainder = raised.minus(digits.times(sum)).within({ low: 0, high: sum.range.high - 1 });
    quotient = quotient.times(2 ** bits).plus(digits);
  }
  return quotient.within({ low: 0, high: 2 ** PROBABILITY_BITS });
}
