import { Whole } from '../exact/whole.ts';
import { total, type Grid } from './grid.ts';
import { chosen } from './paper-is-light.ts';

/** In strokes a dark cell has at least 6/5 as many dark cells around it as chance would give it. */
const LEAST = 6;
const CHANCE = 5;

/** Where there are few dark cells chance puts some side by side: on large grids there must be one more. */
const LEAST_MORE = 1;

/** Grids of fewer cells, up to 31x31, show strokes too wide for their length to look further than a cell. */
const FEW_CELLS = 1000;

/** Pictures of fewer cells, such as 8x8, are too small to tell. */
const TOO_FEW_CELLS = 200;

/** Cells around one, within two and within one of it. */
const AROUND = 24;
const BESIDE = 8;

/** Mean numbers of cells are counted in eighths. */
const UNITS = 8;

/**
 * 1 where dark cells keep together as strokes do, 0 where they lie as in noise: a join-count statistic
 * (Moran, "The Interpretation of Statistical Maps", 1948). On large grids it counts cells within two, for
 * cells side by side may share a pixel and with it noise.
 *
 * Exact: a mask of 64x64 has at most 24 * 4096 pairs, so that dividends stay below 2^21.
 *
 * @param mask [height, width], 1 where a cell is dark
 */
export function isCoherent(mask: Whole, grid: Grid): Whole {
  const { height, width, limit } = grid;
  const cells = height.times(width);
  const isSmall = cells.subtractedFrom(FEW_CELLS).isPositive();
  const within = (reach: number) => {
    const side = 2 * reach + 1;
    const band = bandMatrix(mask, limit, reach);
    const [down, along] = [height, width].map((length) => band.first(length, 0).first(length, 1));
    if (!down || !along) throw new RangeError('A grid has two sides.');
    const sums = down.matMul(mask, side).matMul(along, side * side);
    return sums.minus(mask).times(mask).within({ low: 0, high: AROUND });
  };
  const neighbours = chosen(isSmall, within(1), within(2));
  const places = isSmall
    .times(BESIDE - AROUND)
    .plus(AROUND)
    .within({ low: BESIDE, high: AROUND });
  const count = total(mask, grid).within({ low: 0, high: limit * limit });
  const mean = total(neighbours, grid).times(UNITS).dividedBy(count.atLeast(1));
  const byChance = count.times(places).times(UNITS).dividedBy(cells);
  const more = isSmall.subtractedFrom(1).times(LEAST_MORE * CHANCE * UNITS);
  const isMore = mean.times(CHANCE).minus(byChance.times(LEAST)).minus(more).isPositive();
  return isMore.atLeast(cells.subtractedFrom(TOO_FEW_CELLS).isPositive());
}

/** [limit, limit], 1 up to `reach` from the diagonal: a product with it sums over neighbours. */
function bandMatrix({ graph }: Whole, limit: number, reach: number): Whole {
  const elements = Array.from({ length: limit * limit }, (_, index) =>
    Math.abs(Math.floor(index / limit) - (index % limit)) <= reach ? 1 : 0,
  );
  return Whole.matrix(graph, limit, elements);
}
