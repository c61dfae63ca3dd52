import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { openWasm } from '../backend/wasm.ts';
import { loadMnist, sliceDigits } from '../data/mnist.ts';
import { Checkpoint } from './checkpoint.ts';
import { fit, type FitOptions, type FitState } from './fit.ts';
import { deformedRounds } from './deformed-rounds.ts';

const { tf } = await openWasm();
const deformation = { turn: 8, stretch: 0.08, slant: 0.1, bend: 0 };
const source = deformedRounds(sliceDigits(await loadMnist('train'), 0, 300), deformation);
const folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
const settings = { network: 'mlp', epochs: 3 };

/** Of those that are trained, one that leaves out some of its values by chance. */
function dropping() {
  const { layers, initializers, sequential } = tf;
  const dense = (units: number, seed: number) =>
    layers.dense({
      ...{ units, inputShape: [784], activation: 'relu' },
      kernelInitializer: initializers.glorotUniform({ seed }),
    });
  return sequential({ layers: [dense(20, 1), layers.dropout({ rate: 0.5 }), dense(10, 2)] });
}

/** Trains for three epochs and gives the weights. */
async function trained(options: Partial<FitOptions>) {
  const network = dropping();
  const results = await fit(tf, network, source, {
    ...{ epochs: 3, batch: 64, seed: 1, learningRate: 0.002, weightDecay: 0.01 },
    ...options,
  });
  return { results, weights: network.getWeights().map((weight) => weight.dataSync()) };
}

test('a training that was stopped goes on to the same bits', async () => {
  const through = await trained({});
  const checkpoint = new Checkpoint<FitState>(join(folder, 'stopped.bin'), settings);
  const controller = new AbortController();
  const stopped = trained({
    signal: controller.signal,
    onEpoch: (state) => {
      checkpoint.save(state);
    },
    onStep: ({ epoch, step }) => {
      if (epoch === 3 && step === 2) controller.abort(new Error('stopped'));
    },
  });
  await assert.rejects(stopped, /stopped/);
  const from = new Checkpoint<FitState>(join(folder, 'stopped.bin'), settings).load();
  assert.equal(from?.results.length, 2);
  assert.deepEqual(await trained({ from }), through);
});

test('a checkpoint of other settings is refused, and they are named', async () => {
  const path = join(folder, 'other.bin');
  await trained({
    onEpoch: (state) => {
      new Checkpoint<FitState>(path, settings).save(state);
    },
  });
  const other = new Checkpoint<FitState>(path, { ...settings, epochs: 4 });
  assert.throws(() => other.load(), {
    name: 'CommandError',
    message: /other settings: epochs 3, not 4\. Use those, or train without --resume\.$/,
  });
});

test('where nothing was saved there is nothing to go on from', () => {
  assert.equal(new Checkpoint<FitState>(join(folder, 'none.bin'), settings).load(), undefined);
});

test('a file that is no checkpoint is refused', () => {
  const path = join(folder, 'broken.bin');
  writeFileSync(path, 'no checkpoint');
  assert.throws(
    () => new Checkpoint<FitState>(path, settings).load(),
    /broken\.bin cannot be read/,
  );
});
