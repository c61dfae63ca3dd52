import type { Confusion } from './confusion.ts';
import { confusionGrid } from './grid.ts';

/** A confusion matrix for the terminal: rows the true digits, columns the digits that were read. */
export function confusionTable(confusion: Confusion): string {
  const { header, rows, totals } = confusionGrid(confusion);
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows, totals].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ');
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(header), rule, ...rows.map(line), rule, line(totals), ''].join('\n');
}
