import { stripVTControlCharacters } from 'node:util';

/** Spaces between columns. */
const GAP = 2;

/** Sets blocks of lines side by side, tops aligned, each as wide as its longest line. */
export function columns(blocks: readonly (readonly string[])[]): string[] {
  const widths = blocks.map((lines) => Math.max(0, ...lines.map(shownWidth)));
  const height = Math.max(0, ...blocks.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((lines, index) => padded(lines[row] ?? '', widths[index] ?? 0))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function padded(line: string, width: number): string {
  return line + ' '.repeat(width - shownWidth(line));
}

/** Every character shown here is one cell wide. */
function shownWidth(line: string): number {
  return stripVTControlCharacters(line).length;
}
