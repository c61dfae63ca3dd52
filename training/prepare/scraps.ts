import { Whole } from '../exact/whole.ts';
import type { GraphBuilder } from '../onnx/graph.ts';
import type { Frame } from './frame.ts';

/** A piece beside the main one stays where it weighs at least 1/8 of it. */
const LEAST_SHARE = 8;

/**
 * Takes out ink that is not the digit's: a grid line along an edge, a neighbour's tail, a stain. Pieces
 * count as apart where an empty column or row lies between them; the main one is the heaviest, each cell
 * weighed by its distance to the nearest edge of the picture. Others stay where they touch no edge and
 * are not small.
 *
 * @param mask [side, side], 1 where there is ink
 * @param frame of the picture, in cells
 */
export function withoutScraps(mask: Whole, side: number, { height, width }: Frame): Whole {
  const columns = (ink: Whole) => ink.times(keptAlong(ink.columnSums(side), side, width));
  const rows = (ink: Whole) =>
    ink.times(keptAlong(ink.rowSums(side).transposed(), side, height).transposed());
  return columns(rows(columns(mask)));
}

/** 0 for the places of a profile [1, side] whose piece goes, else 1. */
function keptAlong(profile: Whole, side: number, length: Whole): Whole {
  const { graph } = profile;
  const place = Whole.row(graph, side);
  const belongs = piecesOf(profile.isPositive(), side);
  const pieces = side / 2 + 1;
  const fromEdge = place.plus(1).atMost(length.minus(place)).atLeast(0);
  const weighed = profile.times(fromEdge).transposed();
  // Distances to the edge add up to at most (side / 2) * (side / 2 + 1), the profile is at most `side`.
  const weight = belongs.matMul(weighed, side * (side / 2) * (side / 2 + 1));
  const largest = weight.transposed().largest(1, pieces);
  const isLess = largest.minus(weight).isPositive();
  const isSmall = largest.minus(weight.times(LEAST_SHARE)).isPositive();
  const first = Whole.matrix(graph, 1, [0]);
  const edges = place.isEqualTo(first).plus(place.isEqualTo(length.minus(1)));
  const atEdge = belongs.matMul(edges.transposed(), 2).isPositive();
  const goes = isLess.times(atEdge.atLeast(isSmall));
  // A place belongs to one piece at the most.
  return goes.transposed().matMul(belongs, 1).times(-1).plus(1);
}

/** [pieces, side]: 1 where a place of the row `isInk` belongs to a piece, from the first to the last. */
function piecesOf(isInk: Whole, side: number): Whole {
  const { graph } = isInk;
  const before = isInk.matMul(
    constant(graph, side, (row, column) => column === row + 1),
    1,
  );
  const begins = isInk.minus(before).atLeast(0);
  // How many have begun so far. Between two lies an empty place, so there are at most side / 2.
  const count = begins.matMul(
    constant(graph, side, (row, column) => column >= row),
    side / 2,
  );
  return Whole.column(graph, side / 2 + 1)
    .isEqualTo(count)
    .times(isInk);
}

function constant(
  graph: GraphBuilder,
  side: number,
  isOne: (row: number, column: number) => boolean,
): Whole {
  const elements = Array.from({ length: side * side }, (_, index) =>
    isOne(Math.floor(index / side), index % side) ? 1 : 0,
  );
  return Whole.matrix(graph, side, elements);
}
