import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after, describe } from 'node:test';
import { fileSystem } from '@tensorflow/tfjs-node/dist/io/file_system.js';
import { artifactsOf } from '../training/onnx/from-tfjs.ts';
import { LAYER_CASES } from '../training/onnx/layer-cases.ts';
import { readLayersModel } from '../training/onnx/layers-model.ts';
import { floatModel } from '../training/onnx/model.ts';
import { NETWORK_CASES } from '../training/onnx/network-cases.ts';
import { assertSameAsTfjs, randomize, tf } from '../training/onnx/peer.ts';
import { run } from './command.ts';

const PROGRAM = 'training/export.js';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const { layers } = tf;

function convolutional(): tf.LayersModel {
  return randomize(
    tf.sequential({
      name: 'small',
      layers: [
        layers.conv2d({ name: 'conv', filters: 4, kernelSize: 3, inputShape: [8, 8, 1] }),
        layers.batchNormalization({ name: 'normal' }),
        layers.reLU({ name: 'relu' }),
        layers.flatten({ name: 'flat' }),
        layers.dense({ name: 'scores', units: 10 }),
      ],
    }),
  );
}

/** Saves a model with tfjs's own writer; resolves to its model.json. */
async function save(model: tf.LayersModel, name: string): Promise<string> {
  await model.save(fileSystem(join(folder, name)));
  return join(folder, name, 'model.json');
}

interface ModelJson {
  weightsManifest: { paths: string[]; weights: tf.io.WeightsManifestEntry[] }[];
}

function edit(file: string, change: (model: ModelJson) => void): void {
  const model = JSON.parse(readFileSync(file, 'utf8')) as ModelJson;
  change(model);
  writeFileSync(file, JSON.stringify(model));
}

/** Splits the weights in two files, as tfjs's converter does with large models. */
function shard(file: string): void {
  const whole = join(dirname(file), 'weights.bin');
  const weights = readFileSync(whole);
  const paths = ['group1-shard1of2.bin', 'group1-shard2of2.bin'];
  const parts = [weights.subarray(0, 101), weights.subarray(101)];
  for (const [index, path] of paths.entries()) {
    writeFileSync(join(dirname(file), path), parts[index] ?? '');
  }
  rmSync(whole);
  edit(file, ({ weightsManifest: [group] }) => Object.assign(group ?? {}, { paths }));
}

async function exported(file: string): Promise<Uint8Array> {
  const out = join(dirname(file), 'out', 'model.onnx');
  const { stdout, stderr, exitCode } = await run(PROGRAM, [file, out]);
  assert.equal(stderr, '');
  assert.equal(exitCode, 0);
  assert.match(
    stdout,
    /input {2}conv_input {2}float32 \[N, 8, 8, 1\]\n {2}output scores {2}float32 \[N, 10\]/,
  );
  assert.deepEqual(readdirSync(dirname(out)), ['model.onnx']);
  return readFileSync(out);
}

test('A model saved by tfjs becomes an ONNX file that computes the same', async () => {
  const model = convolutional();
  await assertSameAsTfjs(model, await exported(await save(model, 'saved')));
});

test('Weights in several files are put together', async () => {
  const model = convolutional();
  const file = await save(model, 'sharded');
  shard(file);
  await assertSameAsTfjs(model, await exported(file));
});

test('A model that was converted from Keras has its topology one level deeper', async () => {
  const model = convolutional();
  const file = await save(model, 'keras');
  edit(file, (json) => {
    const { modelTopology } = json as unknown as { modelTopology: object };
    Object.assign(json, {
      modelTopology: { keras_version: '2.15.0', model_config: modelTopology },
    });
  });
  await assertSameAsTfjs(model, await exported(file));
});

describe('Nothing is written, and one line says why, for', () => {
  const refused = async (args: readonly string[], message: RegExp, exitCode = 1) => {
    const outcome = await run(PROGRAM, args);
    assert.match(outcome.stderr, message);
    assert.equal(outcome.exitCode, exitCode);
    assert.equal(outcome.stdout, '');
  };
  const out = join(folder, 'refused.onnx');
  after(() => {
    assert.ok(!existsSync(out));
  });

  test('a layer that cannot be written', async () => {
    const lstm = layers.lstm({ name: 'memory', units: 2, inputShape: [4, 3] });
    const file = await save(tf.sequential({ layers: [lstm] }), 'lstm');
    await refused(
      [file, out],
      /model\.json: Layer "memory" \(LSTM\): class LSTM cannot be written/,
    );
  });

  test('a model that is not there', () =>
    refused([join(folder, 'no.json'), out], /no\.json: There is no such file\.\n$/));

  test('weights that are not there', async () => {
    const file = await save(convolutional(), 'bare');
    rmSync(join(dirname(file), 'weights.bin'));
    await refused([file, out], /weights\.bin: There is no such file\.\n$/);
  });

  test('weights that are cut short', async () => {
    const file = await save(convolutional(), 'short');
    truncateSync(join(dirname(file), 'weights.bin'), 100);
    await refused([file, out], /weight "conv\/kernel" ends at 144\. Is a file cut short\?\n$/);
  });

  test('a file that is no JSON, or no LayersModel', async () => {
    const file = join(folder, 'other.json');
    for (const [text, message] of [
      ['<html>', /other\.json: This is not JSON/],
      ['{"format":"graph-model","modelTopology":{}}', /other\.json: This is a GraphModel/],
      ['{"name":"ditto"}', /other\.json: This is not the model\.json of a LayersModel/],
    ] as const) {
      writeFileSync(file, text);
      await refused([file, out], message);
    }
  });

  test('a command that was typed wrongly', async () => {
    await refused(['model.json'], /Give two files[\s\S]*Usage: npm run export/, 2);
    await refused(['model.json', out, '--exact'], /go together[\s\S]*Usage: npm run export/, 2);
    await refused(['model.json', out, '--fast'], /--fast[\s\S]*Usage: npm run export/, 2);
  });
});

const PYTHON = process.env['PYTHON'] ?? 'python3';

/** Checks every .onnx file of a folder. */
const CHECK = `
import glob, onnx, sys
files = glob.glob(sys.argv[1] + '/*.onnx')
for file in files:
    try:
        onnx.checker.check_model(file, full_check=True)
    except Exception as error:
        sys.exit(f'{file}: {error}')
print(len(files))
`;

const { status } = spawnSync(PYTHON, ['-c', 'import onnx']);
const skip = status === 0 ? false : `${PYTHON} cannot import onnx`;

test("Python's onnx.checker finds nothing wrong with any layer or network", { skip }, async () => {
  const models = [
    ...NETWORK_CASES.map(({ model }) => model),
    ...LAYER_CASES.map(({ shape, layers: make }) => () => {
      const input = tf.input({ shape });
      const output = make().reduce((x, layer) => layer.apply(x) as tf.SymbolicTensor, input);
      return tf.model({ inputs: input, outputs: output });
    }),
  ];
  const written = mkdtempSync(join(folder, 'cases-'));
  for (const [index, build] of models.entries()) {
    const network = readLayersModel(await artifactsOf(tf, build()));
    writeFileSync(join(written, `${index}.onnx`), floatModel(network));
  }
  const check = spawnSync(PYTHON, ['-c', CHECK, written], { encoding: 'utf8' });
  assert.equal(check.stderr, '');
  assert.equal(check.stdout.trim(), String(models.length));
});
