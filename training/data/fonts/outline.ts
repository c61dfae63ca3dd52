import type { PathCommand } from 'fontkitten';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Straight pieces that a curve is cut into: at 28 pixels no corner shows. */
const PIECES = 8;

/** The closed polygons of a glyph's outline, in the font's units, y upwards. */
export function polygons(commands: readonly PathCommand[]): Point[][] {
  const all: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') all.push([]);
    const polygon = all.at(-1);
    if (polygon === undefined) continue;
    const control = [polygon.at(-1), ...pointsOf(args)].filter((point) => point !== undefined);
    const pieces = control.length > 2 ? PIECES : 1;
    for (let piece = 1; piece <= pieces; piece += 1) {
      const point = onCurve(control, piece / pieces);
      if (point !== undefined) polygon.push(point);
    }
  }
  return all;
}

function pointsOf(args: readonly number[]): Point[] {
  return Array.from({ length: args.length / 2 }, (_, index) => ({
    x: args[2 * index] ?? 0,
    y: args[2 * index + 1] ?? 0,
  }));
}

/** The point at `t`, 0 to 1, of a Bezier curve of any degree (de Casteljau). */
export function onCurve(control: readonly Point[], t: number): Point | undefined {
  if (control.length <= 1) return control[0];
  const between = control.slice(1).map((point, index) => {
    const before = control[index] ?? point;
    return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t };
  });
  return onCurve(between, t);
}
