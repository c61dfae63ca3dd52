/** Rows of whole numbers: what the references of the preparation's pieces compute with. */
export class Matrix {
  readonly height: number;
  readonly width: number;
  /** Row after row. */
  readonly elements: Int32Array;

  /** @param element by row and column */
  constructor(height: number, width: number, element: (y: number, x: number) => number) {
    this.height = height;
    this.width = width;
    this.elements = new Int32Array(height * width);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) this.elements[y * width + x] = element(y, x);
    }
  }

  at(y: number, x: number): number {
    if (y < 0 || y >= this.height || x < 0 || x >= this.width) {
      throw new RangeError(`(${y}, ${x}) is outside of ${this.height}x${this.width}.`);
    }
    return this.elements[y * this.width + x] ?? NaN;
  }

  map(change: (element: number, y: number, x: number) => number): Matrix {
    return new Matrix(this.height, this.width, (y, x) => change(this.at(y, x), y, x));
  }

  /** The elements of the columns `left` to `right` in the rows `top` to `bottom`, as far as there are any. */
  window(top: number, bottom: number, left: number, right: number): number[] {
    const elements = [];
    for (let y = Math.max(top, 0); y <= Math.min(bottom, this.height - 1); y += 1) {
      for (let x = Math.max(left, 0); x <= Math.min(right, this.width - 1); x += 1) {
        elements.push(this.at(y, x));
      }
    }
    return elements;
  }

  /** The largest of the same. */
  largestWithin(top: number, bottom: number, left: number, right: number): number {
    let largest = -Infinity;
    for (let y = Math.max(top, 0); y <= Math.min(bottom, this.height - 1); y += 1) {
      for (let x = Math.max(left, 0); x <= Math.min(right, this.width - 1); x += 1) {
        largest = Math.max(largest, this.at(y, x));
      }
    }
    return largest;
  }

  row(y: number): number[] {
    return this.window(y, y, 0, this.width - 1);
  }

  column(x: number): number[] {
    return this.window(0, this.height - 1, x, x);
  }

  sum(): number {
    return sum(this.elements);
  }

  largest(): number {
    return this.elements.reduce((a, b) => Math.max(a, b));
  }
}

export function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const number of numbers) all += number;
  return all;
}

/** `value` itself, or the nearer of `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
