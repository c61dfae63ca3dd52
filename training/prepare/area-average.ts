import { Whole } from '../exact/whole.ts';
import { countUpTo, type Frame } from './frame.ts';

/** A grid of equal cells over a part of a picture. All numbers are of height and width, [1, 2]. */
export interface Lattice {
  /** The first pixel of the part. */
  readonly start: Whole;
  /** The part's pixels. */
  readonly length: Whole;
  /** Into how many cells the part is divided. */
  readonly cells: Whole;
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
 * @returns [n, n], n being the most cells there can be; what lies beyond the grid's own means nothing
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
    .dividedByRounding(along.breadth.asRow())
    .within(source.range);
}

/**
 * Of rows and of columns. Lengths are in halves of a unit of which a pixel has as many as there are cells, and
 * a cell as many as there are pixels, so that a cell's middle is whole.
 */
function weights(
  { start, length, cells }: Lattice,
  frame: Frame,
  limit: number,
): [down: Weights, along: Weights] {
  const { graph } = cells;
  const breadth = length.atLeast(cells);
  const pixelBreadth = cells.times(2);
  const odd = Whole.column(graph, cells.range.high).times(2).plus(1);
  const twiceMiddle = odd.times(length).plus(start.times(pixelBreadth));
  const [from, to] = [twiceMiddle.minus(breadth), twiceMiddle.plus(breadth)];
  const most = 2 * breadth.range.high;
  const ofSide = (index: number, side: Whole): Weights => {
    const each = pixelBreadth.columnsAt(index);
    const pixelStart = countUpTo(side, limit).times(each);
    const overlap = to
      .columnsAt(index)
      .atMost(pixelStart.plus(each))
      .minus(from.columnsAt(index).atLeast(pixelStart))
      .atLeast(0)
      .within({ low: 0, high: each.range.high });
    // Pixels don't overlap. A cell of the grid lies at least half within the source, one beyond it may lie outside.
    const sums = overlap.rowSums(limit).within({ low: 0, high: most });
    return { overlap, breadth: sums.atLeast(1) };
  };
  return [ofSide(0, frame.height), ofSide(1, frame.width)];
}
