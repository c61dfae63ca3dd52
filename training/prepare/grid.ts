import { Whole } from '../exact/whole.ts';
import { countUpTo, type Frame } from './frame.ts';

/** The places of a matrix whose size is known when the graph runs. */
export interface Grid extends Frame {
  /** No side is longer. */
  readonly limit: number;
  /** 0, 1, 2, … down, [height, 1]. */
  readonly rows: Whole;
  /** 0, 1, 2, … along, [1, width]. */
  readonly columns: Whole;
}

export function gridOf(frame: Frame, limit: number): Grid {
  const { height, width } = frame;
  const rows = Whole.column(height.graph, limit).first(height, 0);
  return { ...frame, limit, rows, columns: countUpTo(width, limit) };
}

/** The sum of each row, [height, 1]. */
export function rowSums(x: Whole, { width, limit }: Grid): Whole {
  return x.matMul(Whole.ones(x.graph, limit, 1).first(width, 0), limit * reachOf(x));
}

/** The sum of each column, [1, width]. */
export function columnSums(x: Whole, { height, limit }: Grid): Whole {
  return Whole.ones(x.graph, 1, limit)
    .first(height, 1)
    .matMul(x, limit * reachOf(x));
}

/** The sum of all, [1, 1]. */
export function total(x: Whole, grid: Grid): Whole {
  return columnSums(rowSums(x, grid), grid);
}

function reachOf({ range }: Whole): number {
  return Math.max(Math.abs(range.low), Math.abs(range.high));
}
