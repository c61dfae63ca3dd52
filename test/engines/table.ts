import type { EngineRow } from '../../training/report/engines.ts';

type Cells = Readonly<Record<keyof EngineRow, string>>;

export const HEAD: Cells = {
  engine: 'engine',
  version: 'version',
  full: 'full',
  classifier: 'classifier',
  note: 'note',
};

/** Characters that each column takes at least; a longer version pushes the rest of its line aside. */
const WIDTHS: Readonly<Record<keyof EngineRow, number>> = {
  engine: 40,
  version: 12,
  full: 10,
  classifier: 10,
  note: 0,
};

/** A line at a time, as an engine may take a minute. */
export function line(row: Cells): string {
  const columns = Object.keys(WIDTHS) as (keyof EngineRow)[];
  const cells = columns.map((column) => row[column].padEnd(WIDTHS[column]));
  return `${cells.join('  ').trimEnd()}\n`;
}
