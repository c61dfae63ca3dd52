import { blank, type Grey } from './grey.ts';

/** Side of the blocks that JPEG transforms. */
const SIDE = 8;

/** Quantisation of luminance at quality 50 (ITU-T T.81, table K.1). */
const LUMINANCE = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
] as const;

/** [frequency, place]: the orthonormal cosine transform of 8 places (T.81, A.3.3). */
const COSINES = Float32Array.from({ length: SIDE * SIDE }, (_, index) => {
  const [frequency, place] = [Math.floor(index / SIDE), index % SIDE];
  const norm = frequency === 0 ? Math.sqrt(1 / SIDE) : Math.sqrt(2 / SIDE);
  return norm * Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * SIDE));
});

/** [place, frequency]. */
const INVERSE = Float32Array.from({ length: SIDE * SIDE }, (_, index) => {
  return COSINES[(index % SIDE) * SIDE + Math.floor(index / SIDE)] ?? 0;
});

/**
 * What is left of a picture after it was stored as a JPEG: the cosine transform of its blocks, quantised.
 *
 * @param quality 1 to 100, scaled as the Independent JPEG Group's encoder does
 */
export function jpegLoss(picture: Grey, quality: number): Grey {
  const steps = quantisation(quality);
  const target = blank(picture);
  const [block, other] = [new Float32Array(SIDE * SIDE), new Float32Array(SIDE * SIDE)];
  for (let top = 0; top < picture.height; top += SIDE) {
    for (let left = 0; left < picture.width; left += SIDE) {
      readBlock(picture, top, left, block);
      turnedProduct(block, COSINES, other);
      turnedProduct(other, COSINES, block);
      quantise(block, steps);
      turnedProduct(block, INVERSE, other);
      turnedProduct(other, INVERSE, block);
      writeBlock(target, top, left, block);
    }
  }
  return target;
}

function quantisation(quality: number): Float32Array {
  const percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return Float32Array.from(LUMINANCE, (step) =>
    Math.min(Math.max(Math.floor((step * percent + 50) / 100), 1), 255),
  );
}

/** Levels about 0; the edge's pixels go on outside. */
function readBlock(
  { pixels, width, height }: Grey,
  top: number,
  left: number,
  block: Float32Array,
) {
  for (let y = 0; y < SIDE; y += 1) {
    const start = Math.min(top + y, height - 1) * width;
    for (let x = 0; x < SIDE; x += 1) {
      block[y * SIDE + x] = (pixels[start + Math.min(left + x, width - 1)] ?? 0) - 128;
    }
  }
}

/** Transforms the rows and turns them into columns, so that twice does both. */
function turnedProduct(rows: Float32Array, matrix: Float32Array, columns: Float32Array) {
  for (let row = 0; row < SIDE * SIDE; row += SIDE) {
    for (let place = 0; place < SIDE; place += 1) {
      let sum = 0;
      for (let term = 0; term < SIDE; term += 1) {
        sum += (rows[row + term] ?? 0) * (matrix[place * SIDE + term] ?? 0);
      }
      columns[place * SIDE + row / SIDE] = sum;
    }
  }
}

function quantise(block: Float32Array, steps: Float32Array) {
  for (let index = 0; index < block.length; index += 1) {
    const step = steps[index] ?? 1;
    block[index] = Math.round((block[index] ?? 0) / step) * step;
  }
}

function writeBlock(
  { pixels, width, height }: Grey,
  top: number,
  left: number,
  block: Float32Array,
) {
  const [rows, columns] = [Math.min(SIDE, height - top), Math.min(SIDE, width - left)];
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const level = (block[y * SIDE + x] ?? 0) + 128.5;
      pixels[(top + y) * width + left + x] = level < 0 ? 0 : level > 255 ? 255 : level;
    }
  }
}
