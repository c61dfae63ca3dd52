import { ExportError } from './error.ts';
import type { Layer, Weight } from './network.ts';

/** How a setting stands in messages: under Keras's name, with its value. */
export function shown(name: string, value: unknown): string {
  return `${name} ${JSON.stringify(value)}`;
}

/** A setting that may be one value or a list of them. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** @throws ExportError where the setting is not a finite number */
export function numberOf({ config }: Layer, name: string, fallback: number): number {
  const value = config[name] ?? fallback;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ExportError(`${shown(name, value)} cannot be written; it should be a number`);
}

/**
 * A setting for height and width, given as one whole number for both or as two.
 *
 * @throws ExportError where it is neither, or not at least 1
 */
export function pairOf(
  { config }: Layer,
  name: string,
  fallback: readonly [number, number],
): readonly [number, number] {
  const value = config[name] ?? fallback;
  const [height, width = height, ...more] = listOf(value);
  if (isSize(height) && isSize(width) && more.length === 0) return [height, width];
  throw new ExportError(`${shown(name, value)} cannot be written; it should be two whole numbers`);
}

function isSize(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}

/** @throws ExportError where the setting is none of those in `choices`, of which the first is the default */
export function choiceOf<T extends string>(
  { config }: Layer,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const value = config[name] ?? choices[0];
  const choice = choices.find((known) => known === value);
  if (choice !== undefined) return choice;
  const known = choices.map((text) => `"${text}"`).join(' or ');
  throw new ExportError(`${shown(name, value)} cannot be written; only ${known}`);
}

/**
 * For settings that tfjs itself passes over, so that its own predictions would not show them.
 *
 * @throws ExportError where the setting is there and says something else than what tfjs does
 */
export function mustBe({ config }: Layer, name: string, values: readonly unknown[]): void {
  const value = config[name];
  if (value === undefined || value === null) return;
  if (values.some((known) => JSON.stringify(known) === JSON.stringify(value))) return;
  throw new ExportError(`${shown(name, value)} cannot be written: tfjs does not compute it`);
}

/** @throws ExportError where the layer has no such weight */
export function weightOf({ weights }: Layer, name: string): Weight {
  const weight = weights[name];
  if (!weight) throw new ExportError(`has no weight "${name}"`);
  return weight;
}
