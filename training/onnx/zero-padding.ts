import { ExportError } from './error.ts';
import type { Layer } from './network.ts';
import { listOf, shown } from './settings.ts';

/** Zeros around a picture, in rows and columns. */
export interface ZeroPadding {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A ZeroPadding2D's setting: one number, one for each side, or one for each edge. */
export function zeroPaddingOf({ config }: Layer): ZeroPadding {
  const value = config['padding'] ?? 1;
  const [rows, columns = rows] = listOf(value);
  const [top, bottom = top] = listOf(rows);
  const [left, right = left] = listOf(columns);
  if (isCount(top) && isCount(left) && isCount(bottom) && isCount(right)) {
    return { top, left, bottom, right };
  }
  throw new ExportError(`${shown('padding', value)} cannot be written; it should be whole numbers`);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
