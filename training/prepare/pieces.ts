import { Whole } from '../exact/whole.ts';
import type { Grid } from './grid.ts';

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
    ink.times(keptOf(ink.columnSums(limit), grid.columns, width, limit));
  const down = (ink: Whole) => {
    const profile = ink.rowSums(limit).asRow();
    return ink.times(keptOf(profile, grid.rows.asRow(), height, limit).asColumn());
  };
  return down(along(mask));
}

/** 0 for the places of a profile [1, length] whose piece goes, 1 for those whose piece stays. */
function keptOf(profile: Whole, places: Whole, length: Whole, limit: number): Whole {
  const belongs = piecesOf(profile.isPositive(), length, limit);
  const fromEdge = places
    .plus(1)
    .atMost(length.minus(places))
    .within({ low: 1, high: limit / 2 + 1 });
  const weighed = profile.times(fromEdge).transposed();
  // Distances to the edge add up to at most (limit / 2) * (limit / 2 + 1), the profile is at most `limit`.
  const weight = belongs.matMul(weighed, limit * (limit / 2) * (limit / 2 + 1));
  const isSmall = weight.largest().minus(weight.times(LEAST_SHARE)).isPositive();
  // A place belongs to one piece. One without ink may do so too: there is nothing to take out.
  return isSmall.transposed().matMul(belongs, 1).subtractedFrom(1);
}

/**
 * [limit, length]: 1 where a place of the row `isInk` belongs to a piece. So many empty places lie before all
 * of its places, and before no other piece's.
 */
function piecesOf(isInk: Whole, length: Whole, limit: number): Whole {
  const before = squareMatrix(isInk, limit, (row, column) => row < column).corner(length, length);
  const emptyBefore = isInk
    .subtractedFrom(1)
    .within({ low: 0, high: 1 })
    .matMul(before, limit - 1);
  return Whole.column(isInk.graph, limit).isEqualTo(emptyBefore);
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
