import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, existsSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileSystem } from '@tensorflow/tfjs-node/dist/io/file_system.js';
import { ort } from '../runtime-node/onnx.ts';
import { toUnitRange } from '../training/data/unit-range.ts';
import { randomize, tf } from '../training/onnx/peer.ts';
import { run } from './command.ts';
import { writeDigitFiles } from './digit-files.ts';
import { pngOf } from './pictures.ts';

const PROGRAM = 'training/export.js';
const COUNT = 100;

const { layers } = tf;
const folder = mkdtempSync(join(tmpdir(), 'export-exact-'));
const digits = await writeDigitFiles(COUNT);
after(() => {
  rmSync(folder, { recursive: true });
  rmSync(digits.folder, { recursive: true });
});

const model = randomize(
  tf.sequential({
    name: 'small',
    layers: [
      layers.conv2d({
        name: 'conv',
        filters: 4,
        kernelSize: 3,
        strides: 2,
        inputShape: [28, 28, 1],
      }),
      layers.batchNormalization({ name: 'normal' }),
      layers.reLU({ name: 'relu' }),
      layers.flatten({ name: 'flat' }),
      layers.dense({ name: 'shares', units: 10, activation: 'softmax' }),
    ],
  }),
);
await model.save(fileSystem(join(folder, 'model')));
const file = join(folder, 'model', 'model.json');

test('a saved network is written in whole numbers, and answers as it did', async () => {
  const out = join(folder, 'exact.onnx');
  const args = [file, out, '--exact', '--calibrate', digits.folder];
  const { stdout, stderr, exitCode } = await run(PROGRAM, args);
  assert.equal(stderr, '');
  assert.equal(exitCode, 0);
  assert.match(stdout, /\n {2}input {2}conv_input {2}uint8 \[N, 28, 28, 1\]\n/);
  assert.match(
    stdout,
    /\nWhole numbers, weights of \d+ bits:\n {2}relu: \d+\.\d % of the exact range\n/,
  );
  assert.match(stdout, /\n {2}1 in output shares stands for \d/);

  const session = await ort.InferenceSession.create(out);
  const { pixels } = digits.digits;
  const { shares } = await session.run({
    conv_input: new ort.Tensor('uint8', pixels, [COUNT, 28, 28, 1]),
  });
  assert.ok(shares?.data instanceof Float32Array);
  assert.ok(shares.data.every(Number.isInteger));
  const whole = tf.tensor(shares.data, [COUNT, 10]).argMax(-1).dataSync();
  const examples = tf.tensor(toUnitRange(pixels), [COUNT, 28, 28, 1]);
  const float = (model.predict(examples) as tf.Tensor).argMax(-1).dataSync();
  const alike = float.filter((digit, index) => digit === whole[index]).length;
  assert.ok(alike >= 95, `${alike} of ${COUNT} answers alike`);
});

test('calibration pictures of another size are refused by name, and nothing is written', async () => {
  const pictures = join(folder, 'pictures');
  mkdirSync(pictures);
  writeFileSync(join(pictures, 'small.png'), pngOf(new Uint8Array(64), 8, 8, 1));
  const out = join(folder, 'refused.onnx');
  const args = [file, out, '--exact', '--calibrate', pictures];
  const { stderr, exitCode } = await run(PROGRAM, args);
  assert.match(
    stderr,
    /small\.png: The picture has 8x8 pixels, but the network takes \[28, 28, 1\]\.\n/,
  );
  assert.equal(exitCode, 1);
  assert.ok(!existsSync(out));
});
