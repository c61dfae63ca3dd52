import { CLASS_COUNT } from '../../core/index.ts';

/** Bins of equal width for the expected calibration error. */
const BINS = 15;

/** How probable an answer was said to be, 0 to 1, and whether it was the right one. */
export interface Outcome {
  readonly confidence: number;
  readonly isRight: boolean;
}

/**
 * The expected calibration error: how far confidence and accuracy are apart, in bins of like confidence,
 * weighed by their size (Guo et al., "On Calibration of Modern Neural Networks", 2017, section 2).
 *
 * @returns 0 to 1; null of no answers
 */
export function calibrationErrorOf(outcomes: readonly Outcome[]): number | null {
  if (outcomes.length === 0) return null;
  const gaps = new Float64Array(BINS);
  for (const { confidence, isRight } of outcomes) {
    const bin = Math.min(BINS - 1, Math.floor(confidence * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + (isRight ? 1 : 0) - confidence;
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / outcomes.length;
}

/**
 * The same of rows of probabilities.
 *
 * @param probabilities [N * 10], N at least 1
 */
export function calibrationError(probabilities: Float32Array, labels: Uint8Array): number {
  const outcomes = Array.from(labels, (label, index) => {
    const own = probabilities.subarray(index * CLASS_COUNT, (index + 1) * CLASS_COUNT);
    const confidence = Math.max(...own);
    return { confidence, isRight: own.indexOf(confidence) === label };
  });
  return calibrationErrorOf(outcomes) ?? NaN;
}

/** The softmax of each row of logits [N * 10], after scaling them. */
export function softmaxRows(logits: Float32Array, scale: number): Float32Array {
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += CLASS_COUNT) {
    const row = logits.subarray(start, start + CLASS_COUNT);
    const largest = Math.max(...row);
    const exponentials = row.map((logit) => Math.exp((logit - largest) * scale));
    const sum = exponentials.reduce((total, value) => total + value, 0);
    probabilities.set(
      exponentials.map((value) => value / sum),
      start,
    );
  }
  return probabilities;
}
