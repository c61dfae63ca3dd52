import { fromCoarse, toCoarse } from './coarse.ts';
import { Matrix } from './matrix.ts';

/** Cells along a side of a block. */
const BLOCK = 4;

/** Blocks that a look around reaches in each direction. */
const REACH = 4;

/** The largest around the block that each cell is in. */
export function largestAround(x: Matrix): Matrix {
  const blocks = toCoarse(x, BLOCK);
  const largest = blocks.map((_, v, u) => largestNear(blocks, v, u));
  return fromCoarse(largest, BLOCK, x);
}

/** The grey closing: of the largest around each place around a cell, the smallest. */
export function closed(x: Matrix): Matrix {
  const blocks = toCoarse(x, BLOCK);
  // Also around blocks just outside of the picture, from where something of it can still be seen.
  const [height, width] = [blocks.height + 2 * REACH, blocks.width + 2 * REACH];
  const largest = new Matrix(height, width, (v, u) => largestNear(blocks, v - REACH, u - REACH));
  const smallest = blocks.map((_, v, u) =>
    Math.min(...largest.window(v, v + 2 * REACH, u, u + 2 * REACH)),
  );
  return interpolated(smallest, x);
}

function largestNear(blocks: Matrix, v: number, u: number): number {
  return blocks.largestWithin(v - REACH, v + REACH, u - REACH, u + REACH);
}

/** From what each block has to each cell: down, then along, rounding down each time. */
function interpolated(blocks: Matrix, { height, width }: Matrix): Matrix {
  const down = new Matrix(height, blocks.width, (y, u) => between(y, blocks.column(u)));
  return new Matrix(height, width, (y, x) => between(x, down.row(y)));
}

/** At a cell's middle on the straight line between the centres of the blocks beside it. */
function between(cell: number, blocks: readonly number[]): number {
  const place = Math.max(0, (cell + 0.5) / BLOCK - 0.5);
  const before = Math.floor(place);
  const share = place - before;
  const first = blocks[before] ?? NaN;
  const second = blocks[before + 1] ?? first;
  return Math.floor(first * (1 - share) + second * share);
}
