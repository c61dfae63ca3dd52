import { readFile } from 'node:fs/promises';

export const SEEDS_FILE = 'seeds.json';

/** Accuracies, 0 to 1, after the last epoch. */
export interface SeedResult {
  readonly seed: number;
  readonly train: number;
  readonly test: number;
  /** Of the same network in floats. */
  readonly floatTest: number;
}

export interface Spread {
  readonly mean: number;
  /** The sample's standard deviation. */
  readonly deviation: number;
  readonly lowest: number;
  readonly highest: number;
}

/** How one network's accuracy varies with the seed. */
export interface SeedStudy {
  readonly epochs: number;
  readonly batch: number;
  readonly results: readonly SeedResult[];
  readonly train: Spread;
  readonly test: Spread;
  readonly floatTest: Spread;
}

export function seedStudyOf(
  settings: { readonly epochs: number; readonly batch: number },
  results: readonly SeedResult[],
): SeedStudy {
  return {
    ...settings,
    results,
    train: spreadOf(results.map(({ train }) => train)),
    test: spreadOf(results.map(({ test }) => test)),
    floatTest: spreadOf(results.map(({ floatTest }) => floatTest)),
  };
}

/** @param values at least two */
export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    deviation: Math.sqrt(squares / (values.length - 1)),
    lowest: Math.min(...values),
    highest: Math.max(...values),
  };
}

/** Reads what `npm run train:seeds` wrote; undefined where it has not run. */
export async function readSeedStudy(path: string): Promise<SeedStudy | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as SeedStudy;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
