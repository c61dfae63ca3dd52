import type { Matrix } from './matrix.ts';

/** The picture, or its negative where its paper is dark. */
export function darkOnLight(grey: Matrix, isLight: boolean): Matrix {
  return isLight ? grey : grey.map((level) => 255 - level);
}
