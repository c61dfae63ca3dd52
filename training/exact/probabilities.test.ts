import assert from 'node:assert/strict';
import test from 'node:test';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { ort } from '../../runtime-node/onnx.ts';
import { GraphBuilder } from '../onnx/graph.ts';
import { softmaxRows } from '../report/calibration.ts';
import { largestOf } from './largest.ts';
import { reaches, wholeSoftmax } from './probabilities.ts';
import { fitTemperature } from './temperature.ts';
import { Whole } from './whole.ts';

const LENGTH = 10;
const UNIT = 0.0017;

/** One that two logits do reach, so that the test sees the difference between "at least" and "more than". */
const SURE_FROM = 34105 / 65536;

async function sessionFor(unit: number) {
  const graph = new GraphBuilder();
  const logits = graph.input('logits', 'float32', [1, LENGTH]);
  const largest = largestOf(new Whole(graph, logits, { low: -(2 ** 22), high: 2 ** 22 }), LENGTH);
  const { shares, probabilities } = wholeSoftmax(largest, LENGTH, unit);
  graph.output(reaches(shares, SURE_FROM).value, 'sure', 'float32', [1, 1]);
  graph.output(probabilities, 'probabilities', 'float32', [1, LENGTH]);
  graph.output(largest.index.value, 'index', 'float32', [1, 1]);
  return ort.InferenceSession.create(graph.toModel('softmax'));
}

const session = await sessionFor(UNIT);

async function run(logits: Float32Array) {
  const { probabilities, index, sure } = await session.run({
    logits: new ort.Tensor('float32', logits, [1, LENGTH]),
  });
  assert.ok(probabilities?.data instanceof Float32Array && index?.data instanceof Float32Array);
  assert.ok(sure?.data instanceof Float32Array);
  return { probabilities: probabilities.data, index: index.data[0], sure: sure.data[0] };
}

test('probabilities are those of a softmax within 1/64, multiples of 2^-16, and add up to 1', async () => {
  const random = xoroshiro128plus(7);
  for (const spread of [1, 50, 1_000, 5_000, 2_000_000]) {
    for (let round = 0; round < 40; round += 1) {
      const logits = Float32Array.from({ length: LENGTH }, () =>
        uniformInt(random, -spread, spread),
      );
      const { probabilities } = await run(logits);
      const expected = softmaxRows(logits, UNIT);
      for (const [index, probability] of probabilities.entries()) {
        assert.ok(Number.isInteger(probability * 2 ** 16));
        const error = Math.abs(probability - (expected[index] ?? NaN));
        assert.ok(error < 1 / 64, `${probability} for ${expected[index] ?? NaN}`);
      }
      assert.equal(
        probabilities.reduce((sum, probability) => sum + probability, 0),
        1,
      );
    }
  }
});

test('sure is whether the largest probability is at least the threshold, to its last bit', async () => {
  const tops: number[] = [];
  // Two logits close to each other: the larger one's probability passes the threshold in small steps.
  for (let lead = 0; lead < 80; lead += 1) {
    const logits = new Float32Array(LENGTH).fill(-2_000_000);
    logits.set([lead, 0]);
    const { probabilities, sure } = await run(logits);
    const top = Math.max(...probabilities);
    assert.equal(sure, top >= SURE_FROM ? 1 : 0, `${top}`);
    tops.push(top);
  }
  assert.ok(tops.includes(SURE_FROM) && tops.some((top) => top < SURE_FROM));
});

test('a threshold that is no multiple of 2^-16 is refused', () => {
  const shares = new Whole(new GraphBuilder(), 'shares', { low: 0, high: 2 ** 16 });
  assert.throws(() => reaches(shares, 0.9), /0\.9 is not a multiple of 2\^-16/);
});

test('of several largest the first is the answer', async () => {
  assert.equal((await run(Float32Array.of(1, 5, 2, 5, 5, 0, 0, 0, 0, 0))).index, 1);
  assert.equal((await run(new Float32Array(LENGTH).fill(-3))).index, 0);
  assert.equal((await run(Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1))).index, 9);
});

test('the temperature is found again that made a network too sure of itself', () => {
  const random = xoroshiro128plus(11);
  const count = 4_000;
  const honest = Float32Array.from({ length: count * LENGTH }, () =>
    uniformInt(random, -3000, 3000),
  );
  const probabilities = softmaxRows(honest, 1 / 1000);
  const labels = Uint8Array.from({ length: count }, (_, index) => {
    let rest = uniformInt(random, 0, 999_999) / 1_000_000;
    const row = probabilities.subarray(index * LENGTH, (index + 1) * LENGTH);
    return Math.max(
      0,
      row.findIndex((probability) => (rest -= probability) < 0),
    );
  });
  // Scaled by 1/500 instead of 1/1000, the same logits are twice as sure as they should be.
  const { temperature, loss } = fitTemperature(honest, labels, 1 / 500);
  assert.ok(Math.abs(temperature - 2) < 0.1, `${temperature}`);
  // The scale is undone, and with it what it costs.
  const { loss: own } = fitTemperature(honest, labels, 1 / 1000);
  assert.ok(own > 0 && Math.abs(loss - own) < 1e-9, `${loss}, ${own}`);
});
