import { Whole } from '../exact/whole.ts';

/** Cells of the working picture along a side of a block. */
const BLOCK = 4;

/**
 * Blocks that the closing reaches over, an odd number: strokes up to 9 of 16 blocks wide are ink, what is
 * wider is paper.
 */
const REACH = 9;

/** Weights of a bilinear interpolation are eighths, for 4 cells between the centres of two blocks. */
const INTERPOLATION_BITS = 3;

/**
 * The level of the paper everywhere in a picture of dark ink, also under the ink: a grey closing over
 * blocks of 4x4 cells (Serra, "Image Analysis and Mathematical Morphology", 1982), interpolated between
 * their centres.
 *
 * Exact: interpolating takes sums of at most 8 * 255 along each side.
 *
 * @param cells [side, side], dark on light, 0 outside the picture
 * @returns [side, side], 0 to 255
 */
export function paperLevel(cells: Whole, side: number): Whole {
  const { graph, range } = cells;
  const blocks = side / BLOCK;
  const lightest = new Whole(
    graph,
    graph.node('MaxPool', [graph.reshape(cells.value, [1, 1, side, side])], {
      kernel_shape: [BLOCK, BLOCK],
      strides: [BLOCK, BLOCK],
    }),
    range,
  );
  const dilated = dilate(lightest, blocks);
  const closed = negative(dilate(negative(dilated), blocks));
  const square = new Whole(graph, graph.reshape(closed.value, [blocks, blocks]), range);
  const weights = Whole.matrix(graph, side, interpolation(side));
  const reach = range.high * 2 ** INTERPOLATION_BITS;
  const down = weights.matMul(square, reach).shiftedRight(INTERPOLATION_BITS).within(range);
  return down.matMul(weights.transposed(), reach).shiftedRight(INTERPOLATION_BITS).within(range);
}

function negative(x: Whole): Whole {
  return x.times(-1).plus(255);
}

/** The largest within the reach, down the columns and then along the rows; 0 counts outside. */
function dilate(x: Whole, blocks: number): Whole {
  const { graph, range } = x;
  const margin = (REACH - 1) / 2;
  // Zeros by Concat: not every engine pads a MaxPool alike.
  const zeros = (rows: number, columns: number) =>
    graph.constant(new Float32Array(rows * columns), [1, 1, rows, columns]);
  const tall = graph.node('Concat', [zeros(margin, blocks), x.value, zeros(margin, blocks)], {
    axis: 2,
  });
  const down = graph.node('MaxPool', [tall], { kernel_shape: [REACH, 1], strides: [1, 1] });
  const wide = graph.node('Concat', [zeros(blocks, margin), down, zeros(blocks, margin)], {
    axis: 3,
  });
  const along = graph.node('MaxPool', [wide], { kernel_shape: [1, REACH], strides: [1, 1] });
  return new Whole(graph, along, range);
}

/** [side, blocks]: eighths of the two blocks whose centres a cell lies between. */
function interpolation(side: number): number[] {
  const blocks = side / BLOCK;
  const whole = 2 ** INTERPOLATION_BITS;
  return Array.from({ length: side }, (_, cell) => {
    // In eighths of a block, from the centre of the first.
    const place = Math.max(0, Math.min((blocks - 1) * whole, 2 * cell + 1 - BLOCK));
    const before = Math.min(Math.floor(place / whole), blocks - 2);
    const after = place - before * whole;
    const row = new Array<number>(blocks).fill(0);
    row[before] = whole - after;
    row[before + 1] = after;
    return row;
  }).flat();
}
