import { Matrix, sum } from './matrix.ts';

/** A piece stays where it weighs at least an eighth of the heaviest. */
const LEAST_SHARE = 8;

/** First the pieces that lie side by side, then, of what is left, those that lie one above the other. */
export function withoutSmallPieces(mask: Matrix): Matrix {
  return transposed(withoutSmallColumns(transposed(withoutSmallColumns(mask))));
}

function withoutSmallColumns(mask: Matrix): Matrix {
  const profile = Array.from({ length: mask.width }, (_, x) => sum(mask.column(x)));
  const pieces = piecesOf(profile);
  const weights = pieces.map((piece) => weightOf(piece, profile));
  const heaviest = Math.max(0, ...weights);
  const small = new Set(
    pieces.filter((_, index) => (weights[index] ?? 0) * LEAST_SHARE < heaviest).flat(),
  );
  return mask.map((cell, _y, x) => (small.has(x) ? 0 : cell));
}

/** Runs of columns that are not empty. */
function piecesOf(profile: readonly number[]): number[][] {
  const pieces: number[][] = [];
  for (const [x, cells] of profile.entries()) {
    const isFirst = (profile[x - 1] ?? 0) === 0;
    if (cells > 0 && isFirst) pieces.push([x]);
    else if (cells > 0) pieces.at(-1)?.push(x);
  }
  return pieces;
}

/** Each cell counts as much as its column is away from the nearer edge. */
function weightOf(piece: readonly number[], profile: readonly number[]): number {
  return sum(piece.map((x) => (profile[x] ?? NaN) * Math.min(x + 1, profile.length - x)));
}

function transposed(x: Matrix): Matrix {
  return new Matrix(x.width, x.height, (row, column) => x.at(column, row));
}
