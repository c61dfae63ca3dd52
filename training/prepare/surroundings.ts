import { Whole } from '../exact/whole.ts';
import { MAX_CELLS, type Cells } from './cells.ts';
import { countUpTo, frameWith, type Frame } from './frame.ts';

/** Cells along a side of a block. */
export const BLOCK = 4;

const MAX_BLOCKS = MAX_CELLS / BLOCK;

/** Blocks that a look around reaches over: 9/32 of a picture of 128 cells, all of one of 28. */
const REACH = 9;

/** Blocks around the picture from where something of it can still be seen. */
export const MARGIN = (REACH - 1) / 2;

/** Weights of a bilinear interpolation are eighths, for 4 cells between the centres of two blocks. */
const INTERPOLATION_BITS = 3;

/** What is lightest, or darkest, around each block of 4x4 cells. */
export interface Surroundings {
  /** A picture, [1, 1, height + 8, width + 8]: the largest within the reach, also around blocks just outside the picture. */
  readonly largest: Whole;
  /** Of the picture in blocks. */
  readonly size: Frame;
}

/** @param x [height, width] in cells, at least 0 */
export function surroundingsOf(x: Whole, { sides }: Cells): Surroundings {
  const blocks = x
    .asPicture()
    .largestOfWindows({ size: BLOCK, stride: BLOCK, before: 0, after: BLOCK - 1 });
  const size = frameWith(inBlocks(sides));
  const largest = extended(blocks, size).largestOfWindows({
    size: REACH,
    stride: 1,
    before: MARGIN,
    after: MARGIN,
  });
  return { largest, size };
}

/**
 * With the outermost blocks again outside the picture: whoever sees one of those sees the block itself too,
 * so that nothing larger comes in.
 */
function extended(blocks: Whole, { height, width }: Frame): Whole {
  const all = Whole.row(blocks.graph, MAX_BLOCKS + 2 * MARGIN)
    .minus(MARGIN)
    .atLeast(0);
  const places = (side: Whole) => all.first(side.plus(2 * MARGIN), 1).atMost(side.minus(1));
  return blocks.gather(places(width), 3).gather(places(height), 2);
}

/**
 * A grey closing (Serra, "Image Analysis and Mathematical Morphology", 1982): what is darker than all
 * around it over less than the reach is filled up. The outside counts as neither, so that what is dark
 * along all of an edge stays dark.
 *
 * @param least that a level is raised to
 */
export function closed({ largest, size }: Surroundings, cells: Cells, least: Whole): Whole {
  const { high } = largest.range;
  const darkest = largest
    .subtractedFrom(high)
    .largestOfWindows({ size: REACH, stride: 1, before: 0, after: 0 })
    .asMatrix();
  const level = darkest.subtractedFrom(high).within(largest.range);
  return interpolated(level.atLeast(least), size, cells);
}

function inBlocks(sides: Whole): Whole {
  return sides
    .plus(BLOCK - 1)
    .dividedBy(BLOCK)
    .within({ low: 1, high: MAX_BLOCKS });
}

/** From blocks to cells, bilinear between the blocks' centres. Exact: sums of at most 8 times the largest. */
function interpolated(blocks: Whole, size: Frame, cells: Cells): Whole {
  const { graph, range } = blocks;
  const reach = range.high * 2 ** INTERPOLATION_BITS;
  const table = Whole.matrix(graph, MAX_CELLS, WEIGHTS);
  // One more, the last again: what lies after the centre of the last block.
  const places = (side: Whole) => countUpTo(side.plus(1), MAX_BLOCKS + 1).atMost(side.minus(1));
  const weights = (count: Whole, side: Whole) => table.corner(count, side.plus(1));
  const picked = blocks.gather(places(size.height), 0).gather(places(size.width), 1);
  const down = weights(cells.height, size.height)
    .matMul(picked, reach)
    .shiftedRight(INTERPOLATION_BITS)
    .within(range);
  return down
    .matMul(weights(cells.width, size.width).transposed(), reach)
    .shiftedRight(INTERPOLATION_BITS)
    .within(range);
}

/** [cells, blocks + 1]: eighths of the two blocks whose centres a cell lies between. */
const WEIGHTS = Array.from({ length: MAX_CELLS }, (_, cell) => {
  const whole = 2 ** INTERPOLATION_BITS;
  // In eighths of a block, from the centre of the first.
  const place = Math.max(0, 2 * cell + 1 - BLOCK);
  const before = Math.floor(place / whole);
  const row = new Array<number>(MAX_BLOCKS + 1).fill(0);
  row[before] = whole - (place % whole);
  row[before + 1] = place % whole;
  return row;
}).flat();
