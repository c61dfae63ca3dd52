import { Whole } from '../exact/whole.ts';
import { countUpTo, type Frame } from './frame.ts';

/**
 * A grid of as many cells along as down, laid over the pixels of a part of a picture. Lengths are in units of
 * which a pixel has `pixelUnits` and a cell `cellUnits`; a cell that reaches over the end of the part is cut
 * there. All but `cells` are of height and width, [1, 2].
 */
export interface Lattice {
  /** 0, 1, 2, … as a column; what those hold that begin after the end means nothing. */
  readonly cells: Whole;
  /** The first pixel of the part. */
  readonly start: Whole;
  /** The part's pixels. */
  readonly length: Whole;
  readonly cellUnits: Whole;
  readonly pixelUnits: Whole;
}

/**
 * Averages `source` [rows, columns] over the cells of a grid, each pixel weighed by the area it has in
 * the cell, first down the columns, then along the rows, rounding to the nearest each time. Cells smaller
 * than a pixel look at a pixel's breadth around their middle, which is linear interpolation: enlarged
 * pictures are smooth.
 *
 * Exact: the weights of a cell add up to its own breadth, so a sum is at most that times the largest
 * pixel, which `dividedBy` wants below 2^21; and a mean lies within the range of what it is the mean of.
 *
 * @param frame of the source, no side of which is longer than `limit`
 * @returns [cells, cells]
 */
export function areaAverage(source: Whole, frame: Frame, limit: number, lattice: Lattice): Whole {
  const [down, along] = weights(lattice, frame, limit);
  return weighedAverage(source, down, along);
}

/** How much of each pixel is in each cell. */
export interface Weights {
  /** [cells, pixels]. */
  readonly overlap: Whole;
  /** Its sums [cells, 1]. */
  readonly breadth: Whole;
}

/** [cells of `down`, cells of `along`]. */
export function weighedAverage(source: Whole, down: Weights, along: Weights): Whole {
  const reach = ({ breadth }: Weights) => breadth.range.high * source.range.high;
  return down.overlap
    .matMul(source, reach(down))
    .dividedByRounding(down.breadth)
    .within(source.range)
    .matMul(along.overlap.transposed(), reach(along))
    .dividedByRounding(along.breadth.transposed())
    .within(source.range);
}

/** Of rows and of columns. In half units, so that a cell's middle is whole. */
function weights(lattice: Lattice, frame: Frame, limit: number): [down: Weights, along: Weights] {
  const { cells, start, length, cellUnits, pixelUnits } = lattice;
  const end = length.times(pixelUnits);
  const boundary = (cell: Whole) => cell.times(cellUnits).atMost(end);
  const [cellStart, cellEnd] = [boundary(cells), boundary(cells.plus(1))];
  const longest = Math.max(cellUnits.range.high, pixelUnits.range.high);
  const breadth = cellEnd.minus(cellStart).within({ low: 0, high: longest }).atLeast(pixelUnits);
  const pixelBreadth = pixelUnits.times(2);
  // From the source's first pixel, as pixels are.
  const twiceMiddle = cellStart.plus(cellEnd).plus(start.times(pixelBreadth));
  const [from, to] = [twiceMiddle.minus(breadth), twiceMiddle.plus(breadth)];
  const ofSide = (index: number, side: Whole): Weights => {
    const each = pixelBreadth.columnsAt(index);
    const pixelStart = countUpTo(side, limit).times(each);
    const overlap = to
      .columnsAt(index)
      .atMost(pixelStart.plus(each))
      .minus(from.columnsAt(index).atLeast(pixelStart))
      .atLeast(0);
    const ones = Whole.ones(overlap.graph, limit, 1).first(side, 0);
    // Each cell lies at least half within the source, whose pixels don't overlap.
    const sums = overlap.matMul(ones, 2 * longest).within({ low: 1, high: 2 * longest });
    return { overlap, breadth: sums };
  };
  return [ofSide(0, frame.height), ofSide(1, frame.width)];
}
