import type { Grey } from '../transform/grey.ts';

export interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** In pixels. */
  readonly width: number;
  /** 0 to 255. */
  readonly level: number;
}

/** Draws a straight stroke with round ends into `layer`; what is brighter there stays. */
export function drawSegment(layer: Grey, { x0, y0, x1, y1, width, level }: Segment): void {
  const reach = width / 2 + 0.5;
  const [dx, dy] = [x1 - x0, y1 - y0];
  const squared = Math.max(dx * dx + dy * dy, 1e-6);
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const bottom = Math.min(layer.height - 1, Math.ceil(Math.max(y0, y1) + reach));
  for (let y = top; y <= bottom; y += 1) {
    const [first, last] = columnsNear({ x0, y0, dx, dy }, y + 0.5, reach, layer.width);
    for (let x = first; x <= last; x += 1) {
      const [px, py] = [x + 0.5 - x0, y + 0.5 - y0];
      const along = Math.min(Math.max((px * dx + py * dy) / squared, 0), 1);
      const off = Math.sqrt((px - along * dx) ** 2 + (py - along * dy) ** 2);
      const cover = Math.min(reach - off, 1, width);
      const drawn = cover * level;
      const index = y * layer.width + x;
      if (drawn > (layer.pixels[index] ?? 0)) layer.pixels[index] = drawn;
    }
  }
}

interface Line {
  readonly x0: number;
  readonly y0: number;
  readonly dx: number;
  readonly dy: number;
}

/** The first and the last column of the row at `y` that can be within `reach` of the line. */
function columnsNear({ x0, y0, dx, dy }: Line, y: number, reach: number, width: number) {
  const [least, most] = [Math.min(x0, x0 + dx), Math.max(x0, x0 + dx)];
  let [from, to] = [least - reach, most + reach];
  if (Math.abs(dy) > 1e-6) {
    const atRow = x0 + ((y - y0) * dx) / dy;
    const half = reach * Math.hypot(dx / dy, 1) + 1;
    from = Math.max(from, atRow - half);
    to = Math.min(to, atRow + half);
  }
  return [Math.max(0, Math.floor(from)), Math.min(width - 1, Math.ceil(to))] as const;
}
