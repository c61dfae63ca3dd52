/**
 * A square of smooth values over a square of `knots`: a uniform cubic B-spline surface, the outermost knots
 * repeated beyond the edge.
 *
 * @param knots [count * count]
 * @returns [side * side]
 */
export function cubicSpline(knots: Float32Array, count: number, side: number): Float32Array {
  const weights = splineWeights(count, side);
  const rows = expandRows(knots, count, weights, side);
  return expandRows(transposed(rows, count, side), count, weights, side);
}

interface Weights {
  /** [side * 4]: the knots that count. */
  readonly knots: Int32Array;
  /** [side * 4]: how much. */
  readonly shares: Float32Array;
}

function splineWeights(count: number, side: number): Weights {
  const knots = new Int32Array(side * 4);
  const shares = new Float32Array(side * 4);
  for (let place = 0; place < side; place += 1) {
    const at = ((place + 0.5) * (count - 1)) / side;
    const first = Math.floor(at);
    const t = at - first;
    const basis = [
      (1 - t) ** 3 / 6,
      (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
      (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
      t ** 3 / 6,
    ];
    basis.forEach((share, tap) => {
      knots[place * 4 + tap] = Math.min(Math.max(first - 1 + tap, 0), count - 1);
      shares[place * 4 + tap] = share;
    });
  }
  return { knots, shares };
}

/** [rows, count] to [rows, side]. */
function expandRows(
  values: Float32Array,
  count: number,
  { knots, shares }: Weights,
  side: number,
): Float32Array {
  const rows = values.length / count;
  const expanded = new Float32Array(rows * side);
  for (let row = 0; row < rows; row += 1) {
    for (let place = 0; place < side; place += 1) {
      let sum = 0;
      for (let tap = place * 4; tap < place * 4 + 4; tap += 1) {
        sum += (values[row * count + (knots[tap] ?? 0)] ?? 0) * (shares[tap] ?? 0);
      }
      expanded[row * side + place] = sum;
    }
  }
  return expanded;
}

/** [rows, columns] to [columns, rows]. */
function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      turned[column * rows + row] = values[row * columns + column] ?? 0;
    }
  }
  return turned;
}
