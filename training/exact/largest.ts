import { Whole } from './whole.ts';

/** What sets the largest of a row apart. */
export interface Largest {
  /** [1, 1]: its index, the first where several are as large. */
  readonly index: Whole;
  /** [1, n]: 1 at that index, else 0. */
  readonly isIt: Whole;
  /** [1, n]: how far below the largest each is. */
  readonly distance: Whole;
}

/** Without ArgMax, whose int64 result not every engine has. */
export function largestOf(row: Whole, length: number): Largest {
  const { graph, range } = row;
  const top = row.largest();
  // The largest is not below any: differences run from 0 to the width of the range.
  const distance = top.minus(row).within({ low: 0, high: range.high - range.low });
  const isLargest = distance.isZero();
  const columns = Whole.row(graph, length);
  const fromEnd = columns.subtractedFrom(length);
  const index = isLargest.times(fromEnd).largest().subtractedFrom(length);
  return { index, isIt: columns.isEqualTo(index), distance };
}
