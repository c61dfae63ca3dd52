import { sum, Matrix } from './matrix.ts';
import { largestAround } from './surroundings.ts';

/**
 * Whether the cells are nearer to the lightest around them than to the darkest, the four sides of the border
 * together counting as much as all; at a draw they are. A ground that is known settles it.
 *
 * @param ground 1 for white, -1 for black, 0 for not known
 */
export function paperIsLight(grey: Matrix, ground: number): boolean {
  if (ground !== 0) return ground === 1;
  const lightest = largestAround(grey);
  const darkness = largestAround(grey.map((level) => 255 - level));
  const lean = grey.map((level, y, x) => {
    const darkest = 255 - darkness.at(y, x);
    return level - darkest - (lightest.at(y, x) - level);
  });
  const rows = Array.from({ length: lean.height }, (_, y) => mean(lean.row(y)));
  const columns = Array.from({ length: lean.width }, (_, x) => mean(lean.column(x)));
  const sides = [rows.at(0), rows.at(-1), columns.at(0), columns.at(-1)];
  return 4 * mean(rows) + sum(sides.map((side) => side ?? NaN)) >= 0;
}

/** Rounded down. */
function mean(numbers: readonly number[]): number {
  return Math.floor(sum(numbers) / numbers.length);
}

/** The picture, or its negative where its paper is dark. */
export function darkOnLight(grey: Matrix, isLight: boolean): Matrix {
  return isLight ? grey : grey.map((level) => 255 - level);
}
