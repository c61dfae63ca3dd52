import { GLYPH_SIDE, linesOf, type Point } from './glyphs.ts';

/** Where a digit stands in a picture. All lengths are whole numbers of half pixels. */
export interface Placing {
  readonly digit: number;
  readonly left: number;
  readonly top: number;
  /** Of the square that the digit is drawn in. */
  readonly side: number;
  /** Half the width of its strokes. */
  readonly radius: number;
}

/**
 * Which pixels a digit covers: those whose centre is no farther from one of its lines than the radius.
 *
 * @returns [height * width], 1 where there is ink, else 0
 */
export function inkOf(placing: Placing, width: number, height: number): Uint8Array {
  const ink = new Uint8Array(width * height);
  const place = ({ x, y }: Point): Point => ({
    x: placing.left + Math.floor((x * placing.side) / GLYPH_SIDE),
    y: placing.top + Math.floor((y * placing.side) / GLYPH_SIDE),
  });
  for (const [start, end] of linesOf(placing.digit)) {
    drawLine(ink, width, height, place(start), place(end), placing.radius);
  }
  return ink;
}

function drawLine(
  ink: Uint8Array,
  width: number,
  height: number,
  start: Point,
  end: Point,
  radius: number,
): void {
  const [left, right] = reach(start.x, end.x, radius, width);
  const [top, bottom] = reach(start.y, end.y, radius, height);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const centre = { x: 2 * x + 1, y: 2 * y + 1 };
      if (isNear(centre, start, end, radius)) ink[y * width + x] = 1;
    }
  }
}

/** First pixel and the one after the last that a line may cover, along one axis. */
function reach(start: number, end: number, radius: number, size: number): [number, number] {
  const first = Math.floor((Math.min(start, end) - radius) / 2);
  const last = Math.floor((Math.max(start, end) + radius) / 2);
  return [Math.max(0, first), Math.min(size, last + 1)];
}

/**
 * Whether a point is no farther from a line than the radius. The largest product is below 2^46 for
 * pictures up to 1000x1000, so it is exact in double precision.
 */
function isNear(point: Point, start: Point, end: Point, radius: number): boolean {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const px = point.x - start.x;
  const py = point.y - start.y;
  const along = px * dx + py * dy;
  const length = dx * dx + dy * dy;
  const near = radius * radius;
  if (along <= 0) return px * px + py * py <= near;
  if (along >= length) return (px - dx) * (px - dx) + (py - dy) * (py - dy) <= near;
  const across = px * dy - py * dx;
  return across * across <= near * length;
}
