import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { openWasm } from '../backend/wasm.ts';
import { loadMnist, sliceDigits, type Digits } from '../data/mnist.ts';
import { artifactsOf } from '../onnx/from-tfjs.ts';
import { readLayersModel } from '../onnx/layers-model.ts';
import { simplified } from '../onnx/simplify.ts';
import type { Example } from './example.ts';
import {
  fitSegmentation,
  type SegmentationFitOptions,
  type SegmentationProgress,
  type SegmentationState,
} from './fit.ts';
import { measureFloat, measureWhole } from './measure.ts';
import { segmentationNetwork } from './network.ts';
import { openSegmentationRounds } from './rounds.ts';
import { savedMeasured, savedSegmentation, saveSegmentation, wholeSegmentation } from './saved.ts';

const { tf } = await openWasm();
const digits = await loadMnist('train');
const some = sliceDigits(digits, 0, 100);

/** Those that no training sees. All of them: of a few, a round would show the same few non-digits again and again. */
const unseen = sliceDigits(digits, 50_000, 60_000);

async function rendered(own: Digits, count: number, round = 0) {
  const { signal } = new AbortController();
  const rounds = openSegmentationRounds({ digits: own, count, rounds: 1, signal });
  try {
    return await rounds.round(round);
  } finally {
    await rounds.close();
  }
}

test('a round is the same each time, and another than the next', async () => {
  const once = await rendered(some, 24);
  assert.equal(once.length, 24);
  assert.deepEqual(await rendered(some, 24), once);
  assert.notDeepEqual(await rendered(some, 24, 1), once);
});

/** Trains for three epochs of two steps on 40 examples; without `options` to the end. */
async function trained(
  examples: readonly Example[],
  options: Partial<SegmentationFitOptions> = {},
) {
  const network = segmentationNetwork(tf, 3);
  const rounds = { round: () => Promise.resolve(examples), close: () => Promise.resolve() };
  const losses: number[] = [];
  const onStep = ({ loss }: SegmentationProgress) => losses.push(loss);
  const { signal } = new AbortController();
  try {
    await fitSegmentation(tf, network, rounds, { epochs: 3, seed: 1, signal, onStep, ...options });
    return { losses, weights: network.getWeights().map((weight) => weight.dataSync().slice()) };
  } finally {
    network.dispose();
  }
}

test('a training repeats bit for bit, lowers its loss, and can be stopped', async () => {
  const examples = await rendered(some, 40);
  const first = await trained(examples);
  assert.equal(first.losses.length, 6);
  assert.ok((first.losses.at(-1) ?? NaN) < (first.losses[0] ?? NaN), first.losses.join());
  assert.deepEqual(await trained(examples), first);
  const reason = new Error('enough');
  await assert.rejects(trained(examples, { signal: AbortSignal.abort(reason) }), reason);
});

test('a training that was stopped goes on to the same bits', async () => {
  const examples = await rendered(some, 40);
  const { weights } = await trained(examples);
  const states: SegmentationState[] = [];
  const onEpoch = (state: SegmentationState) => states.push(structuredClone(state));
  const controller = new AbortController();
  const stopped = trained(examples, {
    ...{ onEpoch, signal: controller.signal },
    onStep: ({ epoch }) => {
      if (epoch === 3) controller.abort(new Error('stopped'));
    },
  });
  await assert.rejects(stopped, /stopped/);
  assert.deepEqual(
    states.map(({ results }) => results.length),
    [1, 2],
  );
  for (const from of states) {
    assert.deepEqual(
      (await trained(examples, { from })).weights,
      weights,
      `from ${from.results.length}`,
    );
  }
});

test('a network is read as it was saved', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'segmentation-'));
  context.after(() => {
    rmSync(folder, { recursive: true });
  });
  const artifacts = await artifactsOf(tf, segmentationNetwork(tf, 5));
  const network = simplified(readLayersModel(artifacts));
  const ranges = Object.fromEntries(network.layers.map(({ name }, index) => [name, 1 + index / 7]));
  const score = { recall: 0.5, precision: 0.25, blank: 1 };
  saveSegmentation(artifacts, { ranges, score, pictures: 8 }, folder);
  assert.deepEqual(savedMeasured(folder), { ranges, score, pictures: 8 });
  assert.deepEqual(savedSegmentation(folder), wholeSegmentation(network, ranges));
});

test('the released network tells ink from all else in pictures of digits that no training saw', async () => {
  const score = await measureWhole(savedSegmentation(), await rendered(unseen, 300));
  assert.ok(score.recall > 0.87, `recall ${score.recall}`);
  assert.ok(score.precision > 0.9, `precision ${score.precision}`);
  assert.ok(score.blank > 0.85, `${score.blank} of the blank pictures are left empty`);
});

test('a network that has learnt nothing scores badly', async () => {
  const artifacts = await artifactsOf(tf, segmentationNetwork(tf, 5));
  const network = simplified(readLayersModel(artifacts));
  const score = await measureFloat(network, await rendered(unseen, 60));
  assert.ok(!(score.recall > 0.9 && score.precision > 0.5), JSON.stringify(score));
});
