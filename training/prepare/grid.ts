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
