import { Matrix, sum } from './matrix.ts';

/** One axis of an area average, as `Axis` of the graph. */
export interface Axis {
  readonly pixelCount: number;
  readonly cellCount: number;
  readonly start: number;
  readonly length: number;
  /** Units that a cell and a pixel are long. */
  readonly cellUnits: number;
  readonly pixelUnits: number;
}

/** First down the columns, then along the rows, rounding to the nearest each time. */
export function areaAverage(source: Matrix, vertical: Axis, horizontal: Axis): Matrix {
  const [rows, columns] = [cellsOfAxis(vertical), cellsOfAxis(horizontal)];
  const down = new Matrix(rows.length, source.width, (y, x) =>
    mean(rows[y] ?? [], (pixel) => source.at(pixel, x)),
  );
  return new Matrix(rows.length, columns.length, (y, x) =>
    mean(columns[x] ?? [], (pixel) => down.at(y, pixel)),
  );
}

interface Part {
  readonly pixel: number;
  readonly weight: number;
}

/** The pixels that each cell looks at, with how much of it each fills. */
function cellsOfAxis(axis: Axis): Part[][] {
  return Array.from({ length: axis.cellCount }, (_, cell) => partsOf(cell, axis));
}

/** Counts half units, of which each belongs to one pixel: with halves, a cell's middle is whole. */
function partsOf(cell: number, axis: Axis): Part[] {
  const { pixelCount, start, length, cellUnits, pixelUnits } = axis;
  const from = cell * cellUnits;
  const to = Math.min(from + cellUnits, length * pixelUnits);
  const breadth = Math.max(to - from, pixelUnits);
  const weights = new Map<number, number>();
  for (let half = from + to - breadth; half < from + to + breadth; half += 1) {
    const pixel = start + Math.floor(half / (2 * pixelUnits));
    if (pixel >= 0 && pixel < pixelCount) weights.set(pixel, (weights.get(pixel) ?? 0) + 1);
  }
  return Array.from(weights, ([pixel, weight]) => ({ pixel, weight }));
}

function mean(parts: readonly Part[], level: (pixel: number) => number): number {
  const total = sum(parts.map(({ weight }) => weight));
  const weighed = sum(parts.map(({ pixel, weight }) => weight * level(pixel)));
  return Math.floor((weighed + Math.floor(total / 2)) / total);
}
