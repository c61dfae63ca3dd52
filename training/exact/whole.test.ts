import assert from 'node:assert/strict';
import test from 'node:test';
import { ort } from '../../runtime-node/onnx.ts';
import { GraphBuilder } from '../onnx/graph.ts';
import { EXACT_LIMIT, Whole } from './whole.ts';

/** The elements of what `build` adds, run in ONNX Runtime. */
async function run(build: (graph: GraphBuilder) => Whole): Promise<number[]> {
  const graph = new GraphBuilder();
  const unused = graph.input('unused', 'float32', [1, 1]);
  const result = build(graph);
  graph.output(graph.node('Add', [result.value, unused]), 'result', 'float32', ['rows', 'columns']);
  const session = await ort.InferenceSession.create(graph.toModel('test'));
  const { result: tensor } = await session.run({
    unused: new ort.Tensor('float32', Float32Array.of(0), [1, 1]),
  });
  assert.ok(tensor?.data instanceof Float32Array);
  return [...tensor.data];
}

test('floor division is exact for every divisor at the edges of each quotient', async () => {
  const divisors = [1, 2, 3, 5, 7, 20, 63, 64, 255, 256, 1000, 4097];
  for (const divisor of divisors) {
    const largest = Math.floor((2 ** 21 - 1) / divisor);
    const quotients = [1, 2, 3, largest >> 1, largest - 1, largest].filter((q) => q > 0);
    const dividends = quotients.flatMap((q) => [q * divisor - 1, q * divisor, q * divisor + 1]);
    const inRange = dividends.filter((dividend) => dividend < 2 ** 21);
    const quotient = await run((graph) => Whole.matrix(graph, 1, inRange).dividedBy(divisor));
    assert.deepEqual(
      quotient,
      inRange.map((dividend) => Math.floor(dividend / divisor)),
    );
  }
});

test('rounding division rounds halves up, of even and of odd divisors', async () => {
  for (const divisor of [1, 2, 3, 7, 8, 255, 1024]) {
    const whole = [0, 1, 2, 1000].map((quotient) => quotient * divisor);
    const half = Math.floor(divisor / 2);
    const dividends = whole.flatMap((dividend) => [dividend, dividend + half, dividend + half + 1]);
    const quotients = await run((graph) =>
      Whole.matrix(graph, 1, dividends).dividedByRounding(Whole.matrix(graph, 1, [divisor])),
    );
    assert.deepEqual(
      quotients,
      dividends.map((dividend) => Math.floor(dividend / divisor + 0.5)),
    );
  }
});

test('shifting right rounds down, below zero too', async () => {
  const shifted = await run((graph) =>
    Whole.matrix(graph, 1, [-257, -1, 0, 255, 256]).shiftedRight(8),
  );
  assert.deepEqual(shifted, [-2, -1, 0, 0, 1]);
});

test('isPositive and isEqualTo give 1 and 0', async () => {
  const positive = await run((graph) => Whole.matrix(graph, 1, [-3, 0, 1, 9]).isPositive());
  assert.deepEqual(positive, [0, 0, 1, 1]);
  const equal = await run((graph) =>
    Whole.column(graph, 3).isEqualTo(Whole.matrix(graph, 1, [1, 2])),
  );
  assert.deepEqual(equal, [0, 0, 1, 0, 0, 1]);
});

test('sums, the largest and smallest elements and the transpose are those of the matrix', async () => {
  const matrix = (graph: GraphBuilder) => Whole.matrix(graph, 2, [1, 2, 3, 40, 50, 60]);
  assert.deepEqual(await run((graph) => matrix(graph).rowSums(3)), [6, 150]);
  assert.deepEqual(await run((graph) => matrix(graph).columnSums(2)), [41, 52, 63]);
  assert.deepEqual(await run((graph) => matrix(graph).sum(6)), [156]);
  assert.deepEqual(await run((graph) => matrix(graph).largest()), [60]);
  assert.deepEqual(await run((graph) => matrix(graph).largestAlong(1)), [3, 60]);
  assert.deepEqual(await run((graph) => matrix(graph).smallest()), [1]);
  assert.deepEqual(await run((graph) => matrix(graph).smallestAlong(0)), [1, 2, 3]);
  assert.deepEqual(await run((graph) => matrix(graph).transposed()), [1, 40, 2, 50, 3, 60]);
});

test('a sum has room for all of its partial sums', () => {
  const matrix = Whole.matrix(new GraphBuilder(), 1, [-3, 5]);
  assert.deepEqual(matrix.sum(100).range, { low: -300, high: 500 });
  const positive = Whole.matrix(new GraphBuilder(), 1, [3, 5]);
  assert.deepEqual(positive.sum(100).range, { low: 0, high: 500 });
  assert.throws(() => positive.sum(2 ** 22), /float32 is exact only below/);
});

test('windows give the largest within them, as far as they lie in the picture', async () => {
  const picture = (graph: GraphBuilder) =>
    Whole.matrix(graph, 3, [1, 9, 2, 3, 4, 5, 8, 6, 7]).asPicture();
  const beside = { size: 3, stride: 1, before: 1, after: 1 };
  assert.deepEqual(
    await run((graph) => picture(graph).largestOfWindows(beside).asMatrix()),
    [9, 9, 9, 9, 9, 9, 8, 8, 7],
  );
  const blocks = { size: 2, stride: 2, before: 0, after: 1 };
  assert.deepEqual(
    await run((graph) => picture(graph).largestOfWindows(blocks).asMatrix()),
    [9, 5, 8, 7],
  );
});

test('gather takes rows or columns in any order, first and corner the first of them', async () => {
  const matrix = (graph: GraphBuilder) => Whole.matrix(graph, 2, [1, 2, 3, 40, 50, 60]);
  const list = (graph: GraphBuilder, ...places: number[]) => Whole.matrix(graph, 1, places);
  assert.deepEqual(
    await run((graph) => matrix(graph).gather(list(graph, 1, 0, 1), 0)),
    [40, 50, 60, 1, 2, 3, 40, 50, 60],
  );
  assert.deepEqual(
    await run((graph) => matrix(graph).gather(list(graph, 2, 2), 1)),
    [3, 3, 60, 60],
  );
  assert.deepEqual(await run((graph) => matrix(graph).first(list(graph, 1), 0)), [1, 2, 3]);
  assert.deepEqual(await run((graph) => matrix(graph).first(list(graph, 2), 1)), [1, 2, 40, 50]);
  const corner = await run((graph) => matrix(graph).corner(list(graph, 1), list(graph, 2)));
  assert.deepEqual(corner, [1, 2]);
});

test('rowsAt and columnsAt take places in any order, beside joins columns', async () => {
  const matrix = (graph: GraphBuilder) => Whole.matrix(graph, 2, [1, 2, 3, 40, 50, 60]);
  assert.deepEqual(await run((graph) => matrix(graph).rowsAt(1)), [40, 50, 60]);
  assert.deepEqual(await run((graph) => matrix(graph).columnsAt(2, 0)), [3, 1, 60, 40]);
  const joined = (graph: GraphBuilder) => matrix(graph).beside(Whole.matrix(graph, 2, [-7, 8]));
  assert.deepEqual(await run(joined), [1, 2, 3, -7, 40, 50, 60, 8]);
  assert.deepEqual(joined(new GraphBuilder()).range, { low: -7, high: 60 });
});

test('a column becomes a row, and a row a column', async () => {
  // Added to [10, 20], each shows its shape.
  const row = (graph: GraphBuilder) => Whole.matrix(graph, 1, [10, 20]);
  const added = await run((graph) => Whole.column(graph, 2).asRow().plus(row(graph)));
  assert.deepEqual(added, [10, 21]);
  const spread = await run((graph) => Whole.row(graph, 2).asColumn().plus(row(graph)));
  assert.deepEqual(spread, [10, 20, 11, 21]);
});

test('subtractedFrom turns values and their range around', async () => {
  const build = (graph: GraphBuilder) => Whole.matrix(graph, 1, [-3, 0, 9]).subtractedFrom(5);
  assert.deepEqual(await run(build), [8, 5, -4]);
  assert.deepEqual(build(new GraphBuilder()).range, { low: -4, high: 8 });
  const largest = await run((graph) => Whole.matrix(graph, 2, [-7, -2, -9, -4]).largest());
  assert.deepEqual(largest, [-2]);
});

test('a graph whose numbers could leave the exact range cannot be written', () => {
  const graph = new GraphBuilder();
  const large = Whole.matrix(graph, 1, [EXACT_LIMIT - 1]);
  assert.throws(() => large.plus(1), /could reach 16777216, but float32 is exact only below 2\^24/);
  assert.throws(() => large.times(-2), RangeError);
  assert.throws(() => large.dividedBy(2), /the dividend must be in \[0, 2097152\)/);
  assert.throws(() => Whole.matrix(graph, 1, [5]).dividedBy(0), /the divisor at least 1/);
  assert.throws(() => Whole.matrix(graph, 1, [0.5]), /0.5 is not a whole number/);
});
