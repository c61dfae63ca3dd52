import { blank, type Grey } from '../transform/grey.ts';
import type { Point } from './outline.ts';

/** Side of the picture and of the box that the glyph fills, as in MNIST. */
const SIDE = 28;
const BOX = 20;

/** Samples along each side of a pixel. */
const SAMPLES = 4;

const ROWS = SIDE * SAMPLES;

/** Where an outline crosses a row of samples: downwards 1, upwards -1. */
interface Crossing {
  readonly x: number;
  readonly direction: 1 | -1;
}

/** A glyph, bright on black, as large as MNIST's digits are: 20 pixels on its longer side, in the middle of 28x28. */
export function rasterise(outline: readonly (readonly Point[])[]): Grey {
  const covered = new Float32Array(SIDE * SIDE);
  for (const [row, crossings] of crossingsByRow(fit(outline)).entries()) {
    const start = Math.floor(row / SAMPLES) * SIDE;
    coverRow(crossings, covered.subarray(start, start + SIDE));
  }
  const picture = blank({ width: SIDE, height: SIDE });
  covered.forEach((share, index) => (picture.pixels[index] = Math.min(share, 1) * 255 + 0.5));
  return picture;
}

/** Moves and scales to the picture's pixels, y downwards. */
function fit(outline: readonly (readonly Point[])[]): Point[][] {
  const points = outline.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, low, high] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const factor = BOX / Math.max(right - left, high - low);
  return outline.map((polygon) =>
    polygon.map(({ x, y }) => ({
      x: (x - (left + right) / 2) * factor + SIDE / 2,
      y: ((low + high) / 2 - y) * factor + SIDE / 2,
    })),
  );
}

function crossingsByRow(outline: readonly (readonly Point[])[]): Crossing[][] {
  const rows = Array.from({ length: ROWS }, (): Crossing[] => []);
  for (const polygon of outline) {
    polygon.forEach((to, index) => {
      addCrossings(rows, polygon.at(index - 1) ?? to, to);
    });
  }
  return rows;
}

/** A row of samples lies at (row + 0.5) / SAMPLES; an edge crosses it from its upper end to before its lower. */
function addCrossings(rows: readonly Crossing[][], from: Point, to: Point) {
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
  const direction = from.y < to.y ? 1 : -1;
  const first = Math.max(0, Math.ceil(upper.y * SAMPLES - 0.5));
  const end = Math.min(ROWS, Math.ceil(lower.y * SAMPLES - 0.5));
  const slope = (lower.x - upper.x) / (lower.y - upper.y);
  for (let row = first; row < end; row += 1) {
    const y = (row + 0.5) / SAMPLES;
    rows[row]?.push({ x: upper.x + (y - upper.y) * slope, direction });
  }
}

/** Adds what a row of samples covers of each pixel: inside is what the outline winds around. */
function coverRow(crossings: readonly Crossing[], covered: Float32Array) {
  let winding = 0;
  let before = 0;
  for (const { x, direction } of crossings.toSorted((a, b) => a.x - b.x)) {
    if (winding !== 0) coverSpan(before, x, covered);
    winding += direction;
    before = x;
  }
}

function coverSpan(from: number, to: number, covered: Float32Array) {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(to, SIDE); x += 1) {
    const part = Math.min(x + 1, to) - Math.max(x, from);
    covered[x] = (covered[x] ?? 0) + part / SAMPLES;
  }
}
