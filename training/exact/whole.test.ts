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

test('sums, the largest element and the transpose are those of the matrix', async () => {
  const matrix = (graph: GraphBuilder) => Whole.matrix(graph, 2, [1, 2, 3, 40, 50, 60]);
  assert.deepEqual(await run((graph) => matrix(graph).rowSums(3)), [6, 150]);
  assert.deepEqual(await run((graph) => matrix(graph).columnSums(2)), [41, 52, 63]);
  assert.deepEqual(await run((graph) => matrix(graph).largest()), [60]);
  assert.deepEqual(await run((graph) => matrix(graph).transposed()), [1, 40, 2, 50, 3, 60]);
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
