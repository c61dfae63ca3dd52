import { Whole } from '../exact/whole.ts';
import { MAX_CELLS, type Cells } from './cells.ts';
import type { Frame } from './frame.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';

const PLACES = [...Array(MAX_CELLS).keys()];

/** What a 1 in each place says of where the 1s begin and end, see `endsOf`. */
const REACHES = [...PLACES.map((place) => MAX_CELLS - place), ...PLACES.map((place) => place + 1)];

/** A part of a picture, in pixels. */
export interface InkBox {
  /** The first row and the first column, [1, 2]; both count from 0. */
  readonly topLeft: Whole;
  /** Its height and width, [1, 2]. */
  readonly sides: Whole;
}

/**
 * The smallest box around the ink, in pixels of the picture that the cells were averaged from; at least
 * one pixel, also on an empty mask.
 *
 * @param mask [height, width] in cells, 1 where there is ink
 */
export function inkBox(
  mask: Whole,
  { longPixels, longCells, ...cells }: Cells,
  frame: Frame,
): InkBox {
  const inkedRows = mask.largestAlong(1).asRow();
  // How many of them have ink in each column: engines multiply faster than they find the largest of columns.
  const inked = inkedRows.matMul(mask, MAX_CELLS);
  const down = endsOf(inkedRows, cells.height);
  const along = endsOf(inked.atMost(1), cells.width);
  const both = down.beside(along);
  const topLeft = both
    .rowsAt(0)
    .subtractedFrom(MAX_CELLS)
    .times(longPixels)
    .dividedBy(longCells)
    .atMost(frame.sides.minus(1));
  const ends = both
    .rowsAt(1)
    .times(longPixels)
    .plus(longCells)
    .minus(1)
    .dividedBy(longCells)
    .atMost(frame.sides);
  const sides = ends.minus(topLeft).atLeast(1).within({ low: 1, high: MAX_SHRUNK_SIDE });
  return { topLeft, sides };
}

/**
 * Where the 1s of a line of `count` cells begin and end, [2, 1]: how far before `MAX_CELLS` the first is, and
 * the place after the last. Both 0 where there are none.
 */
function endsOf(line: Whole, count: Whole): Whole {
  const reaches = Whole.matrix(line.graph, 2, REACHES).first(count, 1);
  return reaches.times(line).largestAlong(1);
}
