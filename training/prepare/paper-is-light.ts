import { Whole } from '../exact/whole.ts';
import { CELLS, type WorkingPicture } from './working-picture.ts';

/** 1 where the mean of the picture's border is nearer to its lightest cell than to its darkest, else 0. */
export function paperIsLight({ cells, valid, height, width }: WorkingPicture): Whole {
  const { graph } = cells;
  const lightest = cells.largest(CELLS, CELLS);
  const darkness = Whole.matrix(graph, 1, [255]).minus(cells).times(valid).largest(CELLS, CELLS);
  const [column, row] = [Whole.column(graph, CELLS), Whole.row(graph, CELLS)];
  const first = Whole.matrix(graph, 1, [0]);
  const edgeRows = row.isEqualTo(first).plus(row.isEqualTo(height.minus(1)));
  const edgeColumns = column.isEqualTo(first).plus(column.isEqualTo(width.minus(1)));
  // Weights of 0, 1 or 2 (a picture one cell wide has both edges in one), adding up to 2.
  const inRows = edgeRows.matMul(cells, 2 * 255).rowSums(CELLS);
  const inColumns = cells.matMul(edgeColumns, 2 * 255).columnSums(CELLS);
  const mean = inRows.plus(inColumns).dividedBy(height.plus(width).times(2)).within(cells.range);
  // mean - darkest >= lightest - mean, with darkest = 255 - darkness.
  return mean.times(2).plus(darkness).minus(lightest).minus(254).isPositive();
}

/** `grey` as it is where the paper is light, else its negative. */
export function darkOnLight(grey: Whole, isLight: Whole): Whole {
  // 255 - grey, plus 2 * grey - 255 where the paper is light.
  return grey.times(2).minus(255).times(isLight).plus(255).minus(grey).within(grey.range);
}
