import type { Whole } from '../exact/whole.ts';
import type { Cells } from './cells.ts';
import { columnSums, rowSums } from './grid.ts';
import { toCells, type Surroundings } from './surroundings.ts';

/** What lies between the lightest and the darkest around a cell counts from here. */
const OFFSET = 512;

/**
 * 1 where the picture's cells are nearer to the lightest around them than to the darkest, else 0: the paper
 * is what there is more of. The border counts as much as the rest, since ink seldom reaches it; looking
 * around only so far keeps shadows out of it.
 *
 * @param lightest around each block of the picture
 * @param darkest the same of its negative
 * @param ground 1 or -1 where the paper is known to be light or dark, else 0
 */
export function paperIsLight(
  cells: Cells,
  { lightest, darkest }: { readonly lightest: Surroundings; readonly darkest: Surroundings },
  ground: Whole,
): Whole {
  const { grey, height, width } = cells;
  // 2 grey - lightest - (255 - darkness).
  const lean = grey
    .times(2)
    .plus(toCells(darkest.largest.minus(lightest.largest).plus(OFFSET - 255), cells))
    .within({ low: 0, high: 2 * OFFSET });
  const inRows = rowSums(lean, cells).dividedBy(width).within(lean.range);
  const inColumns = columnSums(lean, cells).dividedBy(height).within(lean.range);
  const all = columnSums(inRows, cells).dividedBy(height).within(lean.range);
  const border = ends(inRows, height, 0).plus(ends(inColumns, width, 1));
  return all
    .times(4)
    .plus(border)
    .plus(ground.times(8 * OFFSET))
    .minus(8 * OFFSET - 1)
    .isPositive();
}

/** The first and the last of a row or column of numbers together. */
function ends(line: Whole, length: Whole, axis: 0 | 1): Whole {
  const last = line.gather(length.minus(1), axis);
  return line.gather(length.times(0), axis).plus(last);
}

/** `grey` as it is where the paper is light, else its negative. */
export function darkOnLight(grey: Whole, isLight: Whole): Whole {
  return chosen(isLight, grey, grey.subtractedFrom(255)).within(grey.range);
}

/** `a` where `isA` is 1, `b` where it is 0; both in one range. */
export function chosen(isA: Whole, a: Whole, b: Whole): Whole {
  return a
    .minus(b)
    .times(isA)
    .plus(b)
    .within({
      low: Math.min(a.range.low, b.range.low),
      high: Math.max(a.range.high, b.range.high),
    });
}
