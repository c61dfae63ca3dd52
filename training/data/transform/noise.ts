import { Random } from '../random.ts';
import { blank, type Grey } from './grey.ts';

const TABLE_LENGTH = 2 ** 16;

/** Standard normal deviates, made once: drawing them for each pixel would take longer than all else. */
const NORMAL = normalTable();

function normalTable(): Float32Array {
  const random = new Random(0x6e6f6973);
  return Float32Array.from({ length: TABLE_LENGTH }, () => random.normal());
}

/** Adds Gaussian noise of standard deviation `sigma`, in levels, clamped to 0 to 255. */
export function addNoise(picture: Grey, sigma: number, seed: number): Grey {
  const { pixels, width, height } = picture;
  const noisy = blank(picture);
  const random = new Random(seed);
  for (let y = 0; y < height; y += 1) {
    // Each row from a place of its own, so that no pattern shows.
    let place = random.integer(0, TABLE_LENGTH - 1);
    for (let index = y * width; index < (y + 1) * width; index += 1) {
      const level = (pixels[index] ?? 0) + sigma * (NORMAL[place] ?? 0) + 0.5;
      noisy.pixels[index] = level < 0 ? 0 : level > 255 ? 255 : level;
      place = (place + 1) & (TABLE_LENGTH - 1);
    }
  }
  return noisy;
}
