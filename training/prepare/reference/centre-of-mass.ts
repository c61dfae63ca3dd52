import { clamp, Matrix, sum } from './matrix.ts';

const SIDE = 28;

/** A digit on 28x28 with its centre of mass, rounded to a pixel, in pixel 14, kept within. */
export function placeByMass(digit: Matrix): Matrix {
  const rows = Array.from({ length: digit.height }, (_, y) => sum(digit.row(y)));
  const columns = Array.from({ length: digit.width }, (_, x) => sum(digit.column(x)));
  const [top, left] = [offset(rows), offset(columns)];
  return new Matrix(SIDE, SIDE, (y, x) => {
    const isDigit = y >= top && y < top + digit.height && x >= left && x < left + digit.width;
    return isDigit ? digit.at(y - top, x - left) : 0;
  });
}

function offset(masses: readonly number[]): number {
  const mass = Math.max(sum(masses), 1);
  const moment = sum(masses.map((own, place) => own * place));
  const centre = Math.floor((moment + Math.floor(mass / 2)) / mass);
  return clamp(SIDE / 2 - centre, 0, SIDE - masses.length);
}
