import { addNoise } from '../transform/noise.ts';
import { blur } from '../transform/blur.ts';
import { blank } from '../transform/grey.ts';

/** Side of a tile; a power of two, so that it repeats by masking. */
const SIDE = 256;
const SEED = 0x67726169;

/** Grain of paper, pencil and chalk: a tile that repeats, of mean 0 and deviation 1. */
export class Grain {
  readonly #tile: Float32Array;

  /** @param size of the grain, in pixels */
  constructor(size: number) {
    const noise = blur(addNoise(blank({ width: SIDE, height: SIDE }, 128), 40, SEED), size);
    this.#tile = standardised(noise.pixels);
  }

  at(x: number, y: number): number {
    return this.#tile[((y & (SIDE - 1)) * SIDE) | (x & (SIDE - 1))] ?? 0;
  }
}

function standardised(levels: Uint8Array): Float32Array {
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length;
  return Float32Array.from(levels, (level) => (level - mean) / Math.sqrt(variance));
}

/** From fine to coarse. */
export const GRAINS = [new Grain(0.6), new Grain(1), new Grain(1.8)] as const;
