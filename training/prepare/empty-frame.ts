import type { Whole } from '../exact/whole.ts';
import { columnSums, rowSums, total, type Grid } from './grid.ts';

/** What covers more than 3/4 of the border is a frame. */
const FRAME_SHARE = 4;

/** What covers at least 7/8 of its box, rows and columns without it left out, is a plain area. */
const PLAIN_SHARE = 8;

/**
 * 1 where a mask is what an empty picture with a frame shows: the frame, or the area in it. No digit covers
 * most of the border, or fills its box unless that is twice as long as wide.
 *
 * @param mask [height, width], 1 where there is ink
 * @param border [height, width], 1 on the outermost cells
 */
export function isEmptyFrame(mask: Whole, border: Whole, grid: Grid): Whole {
  const { limit } = grid;
  const area = (of: Whole) => total(of, grid).within({ low: 0, high: limit * limit });
  const isFrame = area(mask.times(border))
    .times(FRAME_SHARE)
    .minus(area(border).times(FRAME_SHARE - 1))
    .isPositive();
  const rows = rowSums(mask, grid).isPositive();
  const columns = columnSums(mask, grid).isPositive();
  // A mask's product with itself counts its ones.
  const height = rows.transposed().matMul(rows, limit);
  const width = columns.matMul(columns.transposed(), limit);
  const isPlain = area(mask)
    .times(PLAIN_SHARE)
    .minus(height.times(width).times(PLAIN_SHARE - 1))
    .plus(1)
    .isPositive();
  const isWide = (a: Whole, b: Whole) => a.times(2).minus(b).isPositive();
  const isArea = isPlain.times(isWide(height, width)).times(isWide(width, height));
  return isFrame.atLeast(isArea);
}
