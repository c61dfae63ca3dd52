import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { nativeVersion } from './setup/check.ts';
import type { ShortTraining } from './short-training.ts';

const PROGRAM = join(import.meta.dirname, 'short-training.js');

/** What tfjs calls each backend. */
const TFJS_NAMES = { native: 'tensorflow', wasm: 'wasm' } as const;

const NATIVE_READY = await nativeVersion().then(
  () => true,
  () => false,
);

for (const name of ['wasm', 'native'] as const) {
  const skip = name === 'native' && !NATIVE_READY && 'not ready: run "npm run train:setup"';

  test(
    `learns real digits on ${name}, and holds no more tensors each epoch`,
    { skip },
    async () => {
      const { backend, loss, tensors } = await shortTraining(name, 1);
      assert.equal(backend, TFJS_NAMES[name]);
      const [first = NaN, second = NaN, third = NaN] = loss;
      assert.ok(first > second && second > third && third < 1, `loss ${loss.join(', ')}`);
      assert.deepEqual(tensors, [tensors[0], tensors[0], tensors[0]]);
    },
  );

  test(`ends in the same weights, bit for bit, from one seed on ${name}`, { skip }, async () => {
    const [once, again, other] = [
      await shortTraining(name, 1),
      await shortTraining(name, 1),
      await shortTraining(name, 2),
    ];
    assert.equal(again.weights, once.weights);
    assert.notEqual(other.weights, once.weights);
  });
}

test(
  'loses the same on wasm and native from one seed, but for rounding',
  { skip: !NATIVE_READY && 'native is not ready: run "npm run train:setup"' },
  async () => {
    await assertSameLoss('mlp', 1e-5);
  },
);

test(
  'trains convolutions on wasm as on native, but for rounding',
  { skip: !NATIVE_READY && 'native is not ready: run "npm run train:setup"' },
  async () => {
    await assertSameLoss('cnn', 1e-3);
  },
);

test('trains on wasm, and says what would ready native, where native does not load', async () => {
  const { stdout, stderr } = await run(['--no-addons', PROGRAM, 'mlp', '1']);
  assert.equal((JSON.parse(stdout) as ShortTraining).backend, TFJS_NAMES.wasm);
  assert.match(stderr, /not ready; using wasm\. Run "npm run train:setup"/);
});

test('refuses native where it does not load, and says what would ready it', async () => {
  await assert.rejects(run(['--no-addons', PROGRAM, 'mlp', '1', 'native']), {
    code: 1,
    stdout: '',
    stderr: /CommandError: .*not ready\. Run "npm run train:setup"/,
  });
});

async function assertSameLoss(network: string, bound: number): Promise<void> {
  const wasm = await shortTraining('wasm', 1, network);
  const native = await shortTraining('native', 1, network);
  for (const [epoch, loss] of wasm.loss.entries()) {
    const difference = Math.abs(loss - (native.loss[epoch] ?? NaN));
    assert.ok(difference < bound, `epoch ${epoch + 1}: ${wasm.loss.join()} ${native.loss.join()}`);
  }
}

async function shortTraining(
  backend: keyof typeof TFJS_NAMES,
  seed: number,
  network = 'mlp',
): Promise<ShortTraining> {
  const { stdout } = await run([PROGRAM, network, String(seed), backend]);
  return JSON.parse(stdout) as ShortTraining;
}

function run(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, args);
}
