import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEEN_SIDE } from '../core/index.ts';
import { loadMnist, sliceDigits, type Digits } from '../training/data/mnist.ts';
import { mnistPictures } from '../training/evaluation/mnist-pictures.ts';
import { pngOf } from './pictures.ts';

export interface DigitFiles {
  readonly folder: string;
  /** Names in the folder, `LABEL_INDEX.png`, in MNIST's order. */
  readonly names: readonly string[];
  readonly digits: Digits;
}

/** Writes the first pictures of MNIST's test set as 28x28 grey PNG files into a new folder. */
export async function writeDigitFiles(count: number): Promise<DigitFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'digits-'));
  const digits = sliceDigits(await loadMnist('test'), 0, count);
  const pictures = [...mnistPictures(digits)];
  const names = pictures.map(
    ({ label }, index) => `${label}_${String(index).padStart(3, '0')}.png`,
  );
  for (const [index, { picture }] of pictures.entries()) {
    const file = pngOf(picture.pixels, SEEN_SIDE, SEEN_SIDE, 1);
    await writeFile(join(folder, names[index] ?? ''), file);
  }
  return { folder, names, digits };
}
