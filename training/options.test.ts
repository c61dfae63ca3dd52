import assert from 'node:assert/strict';
import test from 'node:test';
import { parseTrainOptions } from './options.ts';

test('without options the defaults hold', () => {
  const { epochs, seed, batch, backend, out, help } = parseTrainOptions([]);
  assert.deepEqual(
    { epochs, seed, batch, backend },
    { epochs: 10, seed: 1, batch: 64, backend: undefined },
  );
  assert.match(out, /models$/);
  assert.equal(help, false);
});

test('every option is read', () => {
  const line = '--epochs 3 --seed 0 --batch 128 --validation 500 --backend wasm --out elsewhere -h';
  assert.deepEqual(parseTrainOptions(line.split(' ')), {
    epochs: 3,
    seed: 0,
    batch: 128,
    validation: 500,
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
