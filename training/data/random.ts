import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const TWO_TO_32 = 2 ** 32;

/** Random choices, the same for the same seeds on every machine. */
export class Random {
  readonly #generator: RandomGenerator;

  /** @param seeds whole numbers; all of them, in their order, settle what is chosen */
  constructor(...seeds: readonly number[]) {
    this.#generator = xoroshiro128plus(mixed(seeds));
  }

  /** From 0 to below 1. */
  unit(): number {
    return (this.#generator.next() >>> 0) / TWO_TO_32;
  }

  /** From `low` to below `high`. */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** From `low` to below `high`, log-uniform: as often within a factor of any number as of any other. */
  logUniform(low: number, high: number): number {
    return low * (high / low) ** this.unit();
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.unit());
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** 1 or -1. */
  sign(): number {
    return this.chance(0.5) ? 1 : -1;
  }

  /** A normal distribution's choice (Box and Muller 1958). */
  normal(deviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()));
    return deviation * radius * Math.cos(2 * Math.PI * this.unit());
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.integer(0, choices.length - 1)] ?? choices[0];
  }

  /** A seed for something of its own. */
  seed(): number {
    return this.#generator.next();
  }
}

/** One 32-bit number of several (the finaliser of MurmurHash3, Appleby 2011, after each). */
export function mixed(seeds: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const seed of seeds) {
    hash = Math.imul(hash ^ seed, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash;
}
