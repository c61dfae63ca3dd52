import type { Whole } from '../exact/whole.ts';
import type { Coarse } from './coarse.ts';
import { total } from './grid.ts';

/** What covers more than 3/4 of the border is a frame. */
const FRAME_SHARE = 4;

/**
 * What covers at least 7/8 of its box, rows and columns without it left out, and more than 1/4 of the picture,
 * is a plain area.
 */
const PLAIN_SHARE = 8;
const LEAST_AREA = 4;

/**
 * 1 where a mask is what an empty picture with a frame shows: the frame, or the area in it. No digit covers
 * most of the border, or fills so large a box unless that is twice as long as wide.
 *
 * @param mask [height, width] in squares, 1 where there is ink
 */
export function isEmptyFrame(mask: Whole, coarse: Coarse): Whole {
  const { limit, squares } = coarse;
  const border = borderOf(coarse);
  const area = (of: Whole) => total(of, coarse).within({ low: 0, high: limit * limit });
  // Of the border, what is covered counts for 1, what is not for -3.
  const share = mask.times(FRAME_SHARE).minus(FRAME_SHARE - 1);
  const isFrame = total(share.times(border), coarse).isPositive();
  const rows = mask.largestAlong(1);
  const columns = mask.largestAlong(0);
  // A mask's product with itself counts its ones.
  const height = rows.transposed().matMul(rows, limit);
  const width = columns.matMul(columns.transposed(), limit);
  const covered = area(mask);
  const isPlain = covered
    .times(PLAIN_SHARE)
    .minus(height.times(width).times(PLAIN_SHARE - 1))
    .plus(1)
    .isPositive();
  const isLarge = covered.times(LEAST_AREA).minus(squares.height.times(squares.width)).isPositive();
  const isWide = (a: Whole, b: Whole) => a.times(2).minus(b).isPositive();
  const isArea = isPlain.times(isLarge).times(isWide(height, width)).times(isWide(width, height));
  return isFrame.atLeast(isArea);
}

/** 1 on the outermost squares of the picture. */
function borderOf({ rows, columns, squares, inside }: Coarse): Whole {
  const between = (indices: Whole, side: Whole) =>
    indices.times(side.minus(1).minus(indices)).isPositive();
  const inner = between(rows, squares.height).times(between(columns, squares.width));
  return inside.minus(inner).within({ low: 0, high: 1 });
}
