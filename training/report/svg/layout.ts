/** Side of a cell, and where the cells begin, in the SVG's pixels. */
export const CELL = 46;
export const LEFT = 84;
export const TOP = 132;

export function middleOf(start: number, index: number): number {
  return start + index * CELL + CELL / 2;
}

export function text(className: string, x: number, y: number, content: string): string {
  return `<text class="${className}" x="${x}" y="${y}">${escaped(content)}</text>`;
}

export function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
