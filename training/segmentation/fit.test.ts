import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { openWasm } from '../backend/wasm.ts';
import { loadMnist, sliceDigits } from '../data/mnist.ts';
import { artifactsOf } from '../onnx/from-tfjs.ts';
import { readLayersModel } from '../onnx/layers-model.ts';
import { simplified } from '../onnx/simplify.ts';
import { fitSegmentation, type SegmentationProgress } from './fit.ts';
import { measureFloat, measureWhole } from './measure.ts';
import { segmentationNetwork } from './network.ts';
import { openSegmentationRounds } from './rounds.ts';
import { savedMeasured, savedSegmentation, saveSegmentation, wholeSegmentation } from './saved.ts';

const { tf } = await openWasm();
const digits = await loadMnist('train');

/** Of the first digits, or of those that no training sees. */
async function rendered(from: number, count: number, round = 0) {
  const { signal } = new AbortController();
  const own = sliceDigits(digits, from, from + 100);
  const rounds = openSegmentationRounds({ digits: own, count, rounds: 1, signal });
  try {
    return await rounds.round(round);
  } finally {
    await rounds.close();
  }
}

test('a round is the same each time, and another than the next', async () => {
  const once = await rendered(0, 24);
  assert.equal(once.length, 24);
  assert.deepEqual(await rendered(0, 24), once);
  assert.notDeepEqual(await rendered(0, 24, 1), once);
});

test('a training repeats bit for bit, lowers its loss, and can be stopped', async () => {
  const examples = await rendered(0, 40);
  const rounds = { round: () => Promise.resolve(examples), close: () => Promise.resolve() };
  const train = async (signal = new AbortController().signal) => {
    const network = segmentationNetwork(tf, 3);
    const losses: number[] = [];
    const onStep = ({ loss }: SegmentationProgress) => losses.push(loss);
    await fitSegmentation(tf, network, rounds, { epochs: 3, seed: 1, signal, onStep });
    const weights = network.getWeights().map((weight) => weight.dataSync<'float32'>());
    network.dispose();
    return { losses, weights };
  };
  const first = await train();
  assert.equal(first.losses.length, 6);
  assert.ok((first.losses.at(-1) ?? NaN) < (first.losses[0] ?? NaN), first.losses.join());
  assert.deepEqual(await train(), first);
  const reason = new Error('enough');
  await assert.rejects(train(AbortSignal.abort(reason)), reason);
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
  const score = await measureWhole(savedSegmentation(), await rendered(50_000, 300));
  assert.ok(score.recall > 0.87, `recall ${score.recall}`);
  assert.ok(score.precision > 0.9, `precision ${score.precision}`);
  assert.ok(score.blank > 0.8, `${score.blank} of the blank pictures are left empty`);
});

test('a network that has learnt nothing scores badly', async () => {
  const artifacts = await artifactsOf(tf, segmentationNetwork(tf, 5));
  const network = simplified(readLayersModel(artifacts));
  const score = await measureFloat(network, await rendered(50_000, 60));
  assert.ok(!(score.recall > 0.9 && score.precision > 0.5), JSON.stringify(score));
});
