import { pictureCounts, type Confusion } from '../confusion.ts';

/** One true digit read as one answer. */
export interface Cell {
  /** The true digit. */
  readonly row: number;
  /** The digit that was read; after the ten, "none". */
  readonly column: number;
  readonly count: number;
  /** Pictures of the true digit. */
  readonly total: number;
  /** `count` of `total`, 0 to 1. */
  readonly share: number;
  readonly isRight: boolean;
}

/** Ten digits, and "none" where that was ever the answer. */
export function columnNames({ counts, noDigit }: Confusion): string[] {
  const hasNone = noDigit.some((count) => count > 0);
  return [...counts.keys()].map(String).concat(hasNone ? ['none'] : []);
}

export function cellsOf(confusion: Confusion): Cell[] {
  const totals = pictureCounts(confusion);
  const columns = columnNames(confusion).length;
  return confusion.counts.flatMap((counts, row) => {
    const total = totals[row] ?? 0;
    const answers = [...counts, confusion.noDigit[row] ?? 0].slice(0, columns);
    return answers.map((count, column) => ({
      row,
      column,
      count,
      total,
      share: total === 0 ? 0 : count / total,
      isRight: row === column,
    }));
  });
}
