import { Whole } from '../exact/whole.ts';
import { columnSums, rowSums, type Grid } from './grid.ts';

/** A piece beside the main one stays where it weighs at least 1/8 of it. */
const LEAST_SHARE = 8;

/**
 * Takes small pieces out of a mask: a stain, a speck. Pieces count as apart where an empty column or row
 * lies between them. Columns are looked at first, then rows; of each, the main piece is the heaviest, each
 * cell weighed by its distance to the nearer of the two ends.
 *
 * @param mask [height, width], 1 where there is ink
 */
export function withoutSmallPieces(mask: Whole, grid: Grid): Whole {
  const { limit, height, width } = grid;
  const along = (ink: Whole) =>
    ink.times(keptOf(columnSums(ink, grid), grid.columns, width, limit));
  const down = (ink: Whole) => {
    const profile = rowSums(ink, grid).transposed();
    return ink.times(keptOf(profile, grid.rows.transposed(), height, limit).transposed());
  };
  return down(along(mask));
}

/** 0 for the places of a profile [1, length] whose piece goes, else 1. */
function keptOf(profile: Whole, places: Whole, length: Whole, limit: number): Whole {
  const belongs = piecesOf(profile.isPositive(), length, limit);
  const fromEdge = places.plus(1).atMost(length.minus(places)).atLeast(0);
  const weighed = profile.times(fromEdge).transposed();
  // Distances to the edge add up to at most (limit / 2) * (limit / 2 + 1), the profile is at most `limit`.
  const weight = belongs.matMul(weighed, limit * (limit / 2) * (limit / 2 + 1));
  const isSmall = weight.largest().minus(weight.times(LEAST_SHARE)).isPositive();
  // A place belongs to one piece at the most.
  return isSmall.transposed().matMul(belongs, 1).subtractedFrom(1);
}

/** [pieces, length]: 1 where a place of the row `isInk` belongs to a piece, from the first to the last. */
function piecesOf(isInk: Whole, length: Whole, limit: number): Whole {
  const square = (isOne: (row: number, column: number) => boolean) =>
    squareMatrix(isInk, limit, isOne).first(length, 0).first(length, 1);
  const before = isInk.matMul(
    square((row, column) => column === row + 1),
    1,
  );
  const begins = isInk.minus(before).atLeast(0);
  // How many have begun so far. Between two lies an empty place, so there are at most half as many as places.
  const count = begins.matMul(
    square((row, column) => column >= row),
    limit / 2,
  );
  return Whole.column(isInk.graph, limit / 2 + 1)
    .isEqualTo(count)
    .times(isInk);
}

function squareMatrix(
  { graph }: Whole,
  side: number,
  isOne: (row: number, column: number) => boolean,
): Whole {
  const elements = Array.from({ length: side * side }, (_, index) =>
    isOne(Math.floor(index / side), index % side) ? 1 : 0,
  );
  return Whole.matrix(graph, side, elements);
}
