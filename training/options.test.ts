import assert from 'node:assert/strict';
import test from 'node:test';
import { NETWORKS } from './networks/index.ts';
import { parseTrainOptions } from './options.ts';

test('without options the defaults are those of the convolutional network', () => {
  const { network, epochs, batch, seed, pictures, resume, backend, out } = parseTrainOptions([]);
  assert.equal(network, NETWORKS.cnn);
  assert.deepEqual([epochs, batch], [NETWORKS.cnn.epochs, NETWORKS.cnn.batch]);
  assert.deepEqual(
    { seed, pictures, resume, backend },
    { seed: 1, pictures: 50_000, resume: false, backend: undefined },
  );
  assert.match(out, /models$/);
});

test('another network has defaults of its own', () => {
  const { epochs, batch } = parseTrainOptions(['--network', 'mlp']);
  assert.deepEqual([epochs, batch], [NETWORKS.mlp.epochs, NETWORKS.mlp.batch]);
});

test('every option is read', () => {
  const line =
    '--network mlp --epochs 3 --seed 0 --batch 128 --pictures 900 --validation 500 --resume ' +
    '--backend wasm --out elsewhere -h';
  assert.deepEqual(parseTrainOptions(line.split(' ')), {
    network: NETWORKS.mlp,
    epochs: 3,
    seed: 0,
    batch: 128,
    pictures: 900,
    validation: 500,
    resume: true,
    backend: 'wasm',
    out: 'elsewhere',
    help: true,
  });
});

const BAD: readonly (readonly [string, RegExp])[] = [
  ['--epochs 0', /^--epochs takes a whole number from 1 to \d+, not "0"\.$/],
  ['--epochs 1.5', /^--epochs takes .+, not "1\.5"\.$/],
  ['--epochs 1e3', /^--epochs takes .+, not "1e3"\.$/],
  ['--seed=-1', /^--seed takes a whole number from 0 to \d+, not "-1"\.$/],
  ['--seed=', /^--seed takes .+, not ""\.$/],
  ['--batch 60001', /^--batch takes a whole number from 1 to 60000, not "60001"\.$/],
  ['--validation 60000', /^--validation takes .+, not "60000"\.$/],
  ['--pictures 59901 --validation 100', /^--pictures takes a whole number from 100 to 59900, /],
  ['--network rnn', /^--network takes cnn or mlp, not "rnn"\.$/],
  ['--backend gpu', /^--backend takes native or wasm, not "gpu"\.$/],
];

for (const [line, message] of BAD) {
  test(`${line} is told what would be right`, () => {
    assert.throws(() => parseTrainOptions(line.split(' ')), { name: 'UsageError', message });
  });
}

test('options and words that nobody knows are refused', () => {
  for (const line of ['--epoch 3', 'native', '--epochs', '--seed -1']) {
    assert.throws(() => parseTrainOptions(line.split(' ')), { code: /^ERR_PARSE_ARGS_/ });
  }
});
