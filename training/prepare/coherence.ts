import { Whole } from '../exact/whole.ts';
import { total, type Grid } from './grid.ts';

/** Neighbours of a cell: 8. */
const NEIGHBOURS_BITS = 3;

/** In strokes a dark cell has at least 6/5 as many dark neighbours as chance would give it. */
const LEAST = 6;
const CHANCE = 5;

/** Pictures of fewer cells, such as 8x8, are too small to tell. */
const FEW_CELLS = 200;

/** Fractions of a grid's cells are counted in 256ths. */
const FRACTION_BITS = 8;

/**
 * 1 where dark cells keep together as strokes do, 0 where they lie as in noise: a join-count statistic
 * (Moran, "The Interpretation of Statistical Maps", 1948).
 *
 * Exact: a mask of 64x64 has at most 8 * 4096 pairs, so that dividends stay below 2^21.
 *
 * @param mask [height, width], 1 where a cell is dark
 */
export function isCoherent(mask: Whole, grid: Grid): Whole {
  const { height, width, limit } = grid;
  const band = bandMatrix(mask, limit);
  const sums = band
    .first(height, 0)
    .first(height, 1)
    .matMul(mask, 3)
    .matMul(band.first(width, 0).first(width, 1), 9);
  const others = sums.minus(mask).times(mask).within({ low: 0, high: 8 });
  const count = total(mask, grid);
  const neighbours = total(others, grid)
    .times(2 ** (FRACTION_BITS - NEIGHBOURS_BITS))
    .dividedBy(count.atLeast(1));
  const cells = height.times(width);
  const byChance = count.times(2 ** FRACTION_BITS).dividedBy(cells);
  const isMore = neighbours.times(CHANCE).minus(byChance.times(LEAST)).isPositive();
  return isMore.atLeast(cells.subtractedFrom(FEW_CELLS).isPositive());
}

/** [limit, limit], 1 on the diagonal and beside it: a product with it sums over three neighbours. */
function bandMatrix({ graph }: Whole, limit: number): Whole {
  const elements = Array.from({ length: limit * limit }, (_, index) =>
    Math.abs(Math.floor(index / limit) - (index % limit)) <= 1 ? 1 : 0,
  );
  return Whole.matrix(graph, limit, elements);
}
