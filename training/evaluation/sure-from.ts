import { CLASS_COUNT } from '../../core/index.ts';

/**
 * Share of the validation digits that a released model is to be sure of. What the model is held to is 99 % of the
 * test digits, and at that as many refused non-digits as can be; the 0.3 points above it are three
 * standard deviations of such a share of 10,000 pictures (0.1 points).
 */
const ACCEPTED_SHARE = 0.993;

/** From which probability on answers are accepted, and how many of a set of pictures then are. */
export interface Threshold {
  /** Of the largest probability: at least this is sure. */
  readonly sureFrom: number;
  /** Share of the pictures that are sure with it, 0 to 1. */
  readonly accepted: number;
}

/**
 * The largest threshold at which at least a given share of pictures are accepted.
 *
 * @param confidences the largest probability of each picture; 0 where nothing was found
 */
export function thresholdAccepting(share: number, confidences: readonly number[]): Threshold {
  const descending = confidences.toSorted((a, b) => b - a);
  const sureFrom = descending[Math.ceil(share * descending.length) - 1] ?? 0;
  return { sureFrom, accepted: shareFrom(sureFrom, confidences) };
}

/** The share of pictures whose largest probability is at least a threshold, 0 to 1. */
export function shareFrom(threshold: number, confidences: readonly number[]): number {
  return confidences.filter((confidence) => confidence >= threshold).length / confidences.length;
}

/**
 * The threshold that a model is released with.
 *
 * @param probabilities [N * 10], multiples of 2^-16, of validation digits
 */
export function chooseSureFrom(probabilities: Float32Array): number {
  return thresholdAccepting(ACCEPTED_SHARE, confidencesOf(probabilities)).sureFrom;
}

/** The largest of each row of probabilities [N * 10]. */
export function confidencesOf(probabilities: Float32Array): number[] {
  return Array.from({ length: probabilities.length / CLASS_COUNT }, (_, index) =>
    Math.max(...probabilities.subarray(index * CLASS_COUNT, (index + 1) * CLASS_COUNT)),
  );
}
