import { CLASS_COUNT } from '../../core/index.ts';

/** How often each digit was read as which. Every picture is counted once. */
export interface Confusion {
  /** [10][10]: row the true digit, column the digit that was read. */
  readonly counts: readonly (readonly number[])[];
  /** [10]: pictures of each true digit where no digit was found. A mistake like any other. */
  readonly noDigit: readonly number[];
}

/**
 * @param labels [N], 0 to 9
 * @param predictions [N], 0 to 9, or null for no digit
 * @throws RangeError where the lengths differ or a value is out of range
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number | null>,
): Confusion {
  if (labels.length !== predictions.length) {
    throw new RangeError(`${labels.length} labels, but ${predictions.length} predictions.`);
  }
  const counts = Array.from({ length: CLASS_COUNT }, () => new Array<number>(CLASS_COUNT).fill(0));
  const noDigit = new Array<number>(CLASS_COUNT).fill(0);
  for (const [index, label] of Array.from(labels).entries()) {
    const prediction = predictions[index];
    if (prediction === null) increment(noDigit, label);
    else increment(counts[label], prediction);
  }
  return { counts, noDigit };
}

function increment(counts: number[] | undefined, digit: number | undefined): void {
  const count = digit === undefined ? undefined : counts?.[digit];
  if (counts === undefined || digit === undefined || count === undefined) {
    throw new RangeError('Labels and predictions should be digits, 0 to 9.');
  }
  counts[digit] = count + 1;
}

export function pictureCount({ counts, noDigit }: Confusion): number {
  return sum(counts.flat()) + sum(noDigit);
}

/** [10]: pictures of each true digit. */
export function pictureCounts({ counts, noDigit }: Confusion): number[] {
  return counts.map((row, digit) => sum(row) + (noDigit[digit] ?? 0));
}

/** [10]: how often each digit was read, rightly or not. */
export function readCounts({ counts }: Confusion): number[] {
  return counts.map((_, digit) => sum(counts.map((row) => row[digit] ?? 0)));
}

export function rightCount({ counts }: Confusion): number {
  return sum(rightCounts(counts));
}

/** The share of pictures read right, 0 to 1; null where there are none. */
export function accuracy(confusion: Confusion): number | null {
  return share(rightCount(confusion), pictureCount(confusion));
}

/** [10]: the share of each digit's pictures read right, 0 to 1; null where there are none. */
export function recall(confusion: Confusion): (number | null)[] {
  const totals = pictureCounts(confusion);
  return rightCounts(confusion.counts).map((right, digit) => share(right, totals[digit] ?? 0));
}

function rightCounts(counts: Confusion['counts']): number[] {
  return counts.map((row, digit) => row[digit] ?? 0);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
