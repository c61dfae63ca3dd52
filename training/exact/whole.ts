import type { GraphBuilder, Value } from '../onnx/graph.ts';
import type { Attribute } from '../onnx/proto.ts';

/** Float32 holds every whole number up to here exactly (IEEE 754 binary32: 24 bits of significand). */
export const EXACT_LIMIT = 2 ** 24;

/**
 * Below this, `floor((a + 0.5) / b)` is the whole quotient even where the division is one unit in the
 * last place off, as on some GPUs: the half keeps the true quotient at least 1/(2b) away from a whole
 * number, and a relative error of 2^-23 on a quotient of at most a/b cannot cross that.
 */
const DIVIDEND_LIMIT = 2 ** 21;

/** The smallest and the largest value that any element can have. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Square windows over a picture, side by side; each must hold at least one element. */
export interface Windows {
  readonly size: number;
  readonly stride: number;
  /** How far the first windows reach out of the picture at the top and left, and the last at most beyond it. */
  readonly before: number;
  readonly after: number;
}

/** `sign * from + added`, which sums with constants come to: one node is enough for all of them. */
interface Offset {
  readonly from: Value;
  readonly sign: 1 | -1;
  readonly added: number;
}

/**
 * A float32 matrix in the graph whose elements are whole numbers within a known range.
 *
 * Each method adds the nodes of one operation and works out the range of its result; an operation whose
 * result, or a partial sum of it, could reach 2^24 throws while the graph is written. A graph that
 * can be written is therefore exact: no order of summation, fused multiply-add or vector width can
 * change a bit of it.
 */
export class Whole {
  readonly graph: GraphBuilder;
  readonly value: Value;
  readonly range: Range;
  /** Where it comes from by sums with constants. */
  readonly #offset: Offset;

  constructor(graph: GraphBuilder, value: Value, range: Range, offset?: Offset) {
    const reach = Math.max(Math.abs(range.low), Math.abs(range.high));
    if (!(reach < EXACT_LIMIT)) {
      throw new RangeError(
        `${value} could reach ${reach}, but float32 is exact only below 2^24 = ${EXACT_LIMIT}.`,
      );
    }
    this.graph = graph;
    this.value = value;
    this.range = range;
    this.#offset = offset ?? { from: value, sign: 1, added: 0 };
  }

  /** A constant matrix of `rows` rows. */
  static matrix(graph: GraphBuilder, rows: number, elements: readonly number[]): Whole {
    const fractional = elements.find((element) => !Number.isInteger(element));
    if (fractional !== undefined) throw new RangeError(`${fractional} is not a whole number.`);
    const value = graph.compactConstant(Float32Array.from(elements), [
      rows,
      elements.length / rows,
    ]);
    return new Whole(graph, value, {
      low: elements.reduce((a, b) => Math.min(a, b), Infinity),
      high: elements.reduce((a, b) => Math.max(a, b), -Infinity),
    });
  }

  /** 0, 1, 2, … `count - 1` as a column. */
  static column(graph: GraphBuilder, count: number): Whole {
    return Whole.matrix(graph, count, [...Array(count).keys()]);
  }

  /** 0, 1, 2, … `count - 1` as a row. */
  static row(graph: GraphBuilder, count: number): Whole {
    return Whole.matrix(graph, 1, [...Array(count).keys()]);
  }

  /** @param range where it is tighter than that of any two elements; the caller says why */
  plus(other: Whole | number, range?: Range): Whole {
    if (typeof other === 'number') return this.#plusConstant(other);
    return this.#node('Add', [this, other], range ?? sumRange(this.range, other.range));
  }

  minus(other: Whole | number): Whole {
    if (typeof other === 'number') return this.#plusConstant(-other);
    return this.#node('Sub', [this, other], {
      low: this.range.low - other.range.high,
      high: this.range.high - other.range.low,
    });
  }

  /** Element by element. */
  times(other: Whole | number): Whole {
    const b = this.#operand(other);
    return this.#node('Mul', [this, b], productRange(this.range, b.range));
  }

  /** A number that no element is below adds no node. */
  atLeast(other: Whole | number): Whole {
    if (typeof other === 'number' && this.range.low >= other) return this;
    const b = this.#operand(other);
    return this.#node('Max', [this, b], {
      low: Math.max(this.range.low, b.range.low),
      high: Math.max(this.range.high, b.range.high),
    });
  }

  /** A number that no element is above adds no node. */
  atMost(other: Whole | number): Whole {
    if (typeof other === 'number' && this.range.high <= other) return this;
    const b = this.#operand(other);
    return this.#node('Min', [this, b], {
      low: Math.min(this.range.low, b.range.low),
      high: Math.min(this.range.high, b.range.high),
    });
  }

  /** 1 where the element is above 0, else 0. */
  isPositive(): Whole {
    const [low, high] = [0, 1].map((bound) => this.graph.constant(Float32Array.of(bound), []));
    const value = this.graph.node('Clip', [this.value, low ?? '', high ?? '']);
    return new Whole(this.graph, value, { low: 0, high: 1 });
  }

  /** `from - this`, element by element. */
  subtractedFrom(from: number): Whole {
    const { from: base, sign, added } = this.#offset;
    return this.#withOffset(
      { from: base, sign: sign === 1 ? -1 : 1, added: from - added },
      { low: from - this.range.high, high: from - this.range.low },
    );
  }

  /** How far both lie apart, at least 0. */
  distanceTo(other: Whole): Whole {
    const difference = this.minus(other);
    const value = this.graph.node('Abs', [difference.value]);
    return new Whole(this.graph, value, { low: 0, high: difference.#reach() });
  }

  /** 1 where both are the same, else 0. */
  isEqualTo(other: Whole): Whole {
    return this.distanceTo(other).isZero();
  }

  /** 1 where the element, at least 0, is 0, else 0. */
  isZero(): Whole {
    return this.atMost(1).subtractedFrom(1);
  }

  /** `floor(this / 2^bits)`. */
  shiftedRight(bits: number): Whole {
    const factor = this.#constant(2 ** -bits);
    const scaled = this.graph.node('Mul', [this.value, factor]);
    return new Whole(this.graph, this.graph.node('Floor', [scaled]), {
      low: Math.floor(this.range.low * 2 ** -bits),
      high: Math.floor(this.range.high * 2 ** -bits),
    });
  }

  /** `floor(this / divisor)` for 0 <= this < 2^21 and a divisor of at least 1. */
  dividedBy(divisor: Whole | number): Whole {
    const b = this.#operand(divisor);
    const range = quotientRange(this.range, b.range);
    const bits = typeof divisor === 'number' ? Math.log2(divisor) : NaN;
    if (Number.isInteger(bits)) return this.shiftedRight(bits);
    return this.#flooredQuotient(this.#sumWith(0.5), b, range);
  }

  /** `this / divisor`, rounded to the nearest whole number, halves up; both as `dividedBy` takes them. */
  dividedByRounding(divisor: Whole): Whole {
    const { graph } = this;
    const half = {
      low: Math.floor(divisor.range.low / 2),
      high: Math.floor(divisor.range.high / 2),
    };
    const range = quotientRange(sumRange(this.range, half), divisor.range);
    // A quarter more than the divisor's half, even or odd, keeps the quotient 1/(4b) away from a whole number,
    // and below 2^21 / b one unit in the last place is less than that.
    const halves = graph.node('Mul', [divisor.value, this.#constant(0.5)]);
    const raise = graph.node('Add', [halves, this.#constant(0.25)]);
    return this.#flooredQuotient(graph.node('Add', [this.value, raise]), divisor, range);
  }

  /**
   * The matrix product.
   *
   * @param reach no partial sum is larger than this in absolute value; the caller says why
   */
  matMul(other: Whole, reach: number): Whole {
    const low = productRange(this.range, other.range).low < 0 ? -reach : 0;
    return this.#node('MatMul', [this, other], { low, high: reach });
  }

  transposed(): Whole {
    const value = this.graph.node('Transpose', [this.value], { perm: [1, 0] });
    return new Whole(this.graph, value, this.range);
  }

  /** A column, as a row. */
  asRow(): Whole {
    return new Whole(this.graph, this.graph.reshape(this.value, [1, -1]), this.range);
  }

  /** A row, as a column. */
  asColumn(): Whole {
    return new Whole(this.graph, this.graph.reshape(this.value, [-1, 1]), this.range);
  }

  /** The sum of each row of a matrix of at most so many columns, as a column. */
  rowSums(columns: number): Whole {
    return this.#sums([1], columns);
  }

  /** The sum of each column of a matrix of at most so many rows, as a row. */
  columnSums(rows: number): Whole {
    return this.#sums([0], rows);
  }

  /** The sum of a matrix of at most so many elements, as [1, 1]. */
  sum(elements: number): Whole {
    return this.#sums([0, 1], elements);
  }

  /** The largest element of the matrix, as [1, 1]. */
  largest(): Whole {
    return this.#extreme('ReduceMax', [0, 1]);
  }

  /** The smallest element of the matrix, as [1, 1]. */
  smallest(): Whole {
    return this.#extreme('ReduceMin', [0, 1]);
  }

  /** The smallest of each row (axis 1), as a column, or of each column (axis 0), as a row. */
  smallestAlong(axis: 0 | 1): Whole {
    return this.#extreme('ReduceMin', [axis]);
  }

  /** The largest of each row (axis 1), as a column, or of each column (axis 0), as a row. */
  largestAlong(axis: 0 | 1): Whole {
    return this.#extreme('ReduceMax', [axis]);
  }

  /** The matrix as a picture of one channel, [1, 1, rows, columns], of which windows can be taken. */
  asPicture(): Whole {
    const value = this.graph.node('Unsqueeze', [this.value, this.graph.int64s([0, 1])]);
    return new Whole(this.graph, value, this.range);
  }

  /** What `asPicture` made a picture. */
  asMatrix(): Whole {
    const value = this.graph.node('Squeeze', [this.value, this.graph.int64s([0, 1])]);
    return new Whole(this.graph, value, this.range);
  }

  /** The largest of each window of a picture, for elements of at least 0; see `Windows`. */
  largestOfWindows({ size, stride, before, after }: Windows): Whole {
    const value = this.graph.node('MaxPool', [this.value], {
      kernel_shape: [size, size],
      strides: [stride, stride],
      pads: [before, before, after, after],
    });
    return new Whole(this.graph, value, this.range);
  }

  /** The rows (axis 0, of a picture 2) or columns (axis 1, of a picture 3) of these indices, whole and within it. */
  gather(indices: Whole, axis: 0 | 1 | 2 | 3): Whole {
    const value = this.graph.node('Gather', [this.value, indices.asIndices()], { axis });
    return new Whole(this.graph, value, this.range);
  }

  /** The elements as the int64 list that Gather and Slice take. */
  asIndices(): Value {
    return this.graph.reshape(this.graph.cast(this.value, 'int64'), [-1]);
  }

  /** The rows at these places, in this order. */
  rowsAt(...places: readonly number[]): Whole {
    return this.#at(places, 0);
  }

  /** The columns at these places, in this order. */
  columnsAt(...places: readonly number[]): Whole {
    return this.#at(places, 1);
  }

  /** Both side by side: the columns of this matrix, then those of the other; of pictures their channels. */
  beside(other: Whole): Whole {
    return this.#node('Concat', [this, other], joinedRange(this.range, other.range), { axis: 1 });
  }

  /** The first `count` rows (axis 0) or columns (axis 1), `count` being [1, 1]. */
  first(count: Whole, axis: 0 | 1): Whole {
    return this.#upTo(count.asIndices(), [axis]);
  }

  /** The first `rows` rows and `columns` columns, both [1, 1]. */
  corner(rows: Whole, columns: Whole): Whole {
    const ends = [rows.asIndices(), columns.asIndices()];
    return this.#upTo(this.graph.node('Concat', ends, { axis: 0 }), [0, 1]);
  }

  /** @param ends int64, for each of the axes */
  #upTo(ends: Value, axes: readonly number[]): Whole {
    const { graph } = this;
    const starts = graph.int64s(axes.map(() => 0));
    const value = graph.node('Slice', [this.value, starts, ends, graph.int64s(axes)]);
    return new Whole(graph, value, this.range);
  }

  #extreme(opType: 'ReduceMax' | 'ReduceMin', axes: readonly number[]): Whole {
    const value = this.graph.node(opType, [this.value], { axes: [...axes], keepdims: 1 });
    return new Whole(this.graph, value, this.range);
  }

  #sums(axes: readonly number[], count: number): Whole {
    const { low, high } = this.range;
    const value = this.graph.node('ReduceSum', [this.value, this.graph.int64s(axes)], {
      keepdims: 1,
    });
    // Partial sums lie between these too.
    return new Whole(this.graph, value, {
      low: Math.min(low * count, 0),
      high: Math.max(high * count, 0),
    });
  }

  #reach(): number {
    return Math.max(Math.abs(this.range.low), Math.abs(this.range.high));
  }

  /** States a range tighter than the one worked out; the caller says why. Adds no node. */
  within(range: Range): Whole {
    return new Whole(this.graph, this.value, range, this.#offset);
  }

  #at(places: readonly number[], axis: 0 | 1): Whole {
    const value = this.graph.node('Gather', [this.value, this.graph.int64s(places)], { axis });
    return new Whole(this.graph, value, this.range);
  }

  #plusConstant(number: number): Whole {
    const { from, sign, added } = this.#offset;
    return this.#withOffset(
      { from, sign, added: added + number },
      { low: this.range.low + number, high: this.range.high + number },
    );
  }

  #withOffset(offset: Offset, range: Range): Whole {
    return new Whole(this.graph, this.#sum(offset), range, offset);
  }

  /** Of a dividend raised by 0.5. */
  #flooredQuotient(raised: Value, divisor: Whole, range: Range): Whole {
    const quotient = this.graph.node('Div', [raised, divisor.value]);
    return new Whole(this.graph, this.graph.node('Floor', [quotient]), range);
  }

  #sumWith(number: number): Value {
    const { from, sign, added } = this.#offset;
    return this.#sum({ from, sign, added: added + number });
  }

  #sum({ from, sign, added }: Offset): Value {
    if (sign === -1) return this.graph.node('Sub', [this.#constant(added), from]);
    return added === 0 ? from : this.graph.node('Add', [from, this.#constant(added)]);
  }

  /** Also of fractions. */
  #constant(number: number): Value {
    return this.graph.constant(Float32Array.of(number), [1, 1]);
  }

  #operand(other: Whole | number): Whole {
    return typeof other === 'number' ? Whole.matrix(this.graph, 1, [other]) : other;
  }

  #node(
    opType: string,
    operands: readonly Whole[],
    range: Range,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): Whole {
    const inputs = operands.map((operand) => operand.value);
    const value = this.graph.node(opType, inputs, attributes);
    return new Whole(this.graph, value, range);
  }
}

function sumRange(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

function productRange(a: Range, b: Range): Range {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...products), high: Math.max(...products) };
}

/** Of a division rounded down; throws where it would not be exact. */
function quotientRange(dividend: Range, divisor: Range): Range {
  if (dividend.low < 0 || dividend.high >= DIVIDEND_LIMIT || divisor.low < 1) {
    throw new RangeError(
      `Cannot divide ${show(dividend)} by ${show(divisor)} exactly: ` +
        `the dividend must be in [0, ${DIVIDEND_LIMIT}), the divisor at least 1.`,
    );
  }
  return {
    low: Math.floor(dividend.low / divisor.high),
    high: Math.floor(dividend.high / divisor.low),
  };
}

function joinedRange(a: Range, b: Range): Range {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

function show({ low, high }: Range): string {
  return `[${low}, ${high}]`;
}
