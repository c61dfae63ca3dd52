import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import test from 'node:test';
import { CLASSIFIER_MODEL, FULL_MODEL, SIDECAR_FILE } from '../../core/index.ts';
import { openModel } from '../../runtime-node/reader.ts';
import { openWasm } from '../backend/wasm.ts';
import { loadMnist, sliceDigits } from '../data/mnist.ts';
import { mnistPictures } from '../evaluation/mnist-pictures.ts';
import { METRICS_FILE, readMetrics } from '../report/metrics.ts';
import { NETWORKS } from '../networks/index.ts';
import { train } from '../train.ts';
import { RELEASE_NAMES } from './names.ts';
import { writeRelease } from './release.ts';
import { SUMS_FILE } from './sums.ts';

const [training, testing] = [await loadMnist('train'), await loadMnist('test')];
const few = sliceDigits(testing, 0, 200);
const digits = sliceDigits(training, 0, 2500);
const validation = sliceDigits(training, 2500, 3000);
const options = {
  network: NETWORKS.mlp,
  epochs: 2,
  batch: 64,
  seed: 1,
};
const never = new AbortController().signal;

// Enough that it has learned something. The pictures need no preparation for that.
const { classifier, metrics } = await train(
  await openWasm(),
  { training: digits, validation, test: few, rawTest: few },
  { round: () => Promise.resolve(digits) },
  { ...options, signal: never, onStep: () => undefined },
);

const release = { network: 'cnn', classifier, metrics } as const;
const scratch = mkdtempSync(join(tmpdir(), 'release-'));
const out = join(scratch, 'models');
const names = await writeRelease(out, release, never);

test('a release has its models, what describes them, and no file that it does not name', () => {
  for (const name of [
    ...[FULL_MODEL.file, CLASSIFIER_MODEL.file, SIDECAR_FILE],
    ...[METRICS_FILE, RELEASE_NAMES.cnn.confusion, SUMS_FILE],
  ]) {
    assert.ok(names.includes(name), name);
  }
  assert.deepEqual(filesIn(out), names.toSorted());
});

test('the sums are those of every other file', () => {
  const sums = readFileSync(join(out, SUMS_FILE), 'utf8').trimEnd().split('\n');
  const expected = names
    .filter((name) => name !== SUMS_FILE)
    .map((name) => `${sha256(join(out, name))}  ${name}`);
  assert.deepEqual(sums.toSorted(), expected.toSorted());
});

test('the sidecar names the sums of the models', () => {
  const { sha256: sums } = JSON.parse(readFileSync(join(out, SIDECAR_FILE), 'utf8')) as {
    readonly sha256: Readonly<Record<string, string>>;
  };
  for (const { file } of [FULL_MODEL, CLASSIFIER_MODEL]) {
    assert.equal(sums[file], sha256(join(out, file)));
  }
});

test('the released model reads pictures about as well as the metrics say', async () => {
  const read = await openModel(join(out, FULL_MODEL.file));
  let right = 0;
  for (const { label, picture } of mnistPictures(few)) {
    if ((await read(picture)).digit === label) right += 1;
  }
  const { accuracy } = await readMetrics(join(out, METRICS_FILE));
  assert.ok(right / few.count > 0.7, `${right} right`);
  assert.ok((accuracy.test ?? NaN) > 0.7, `${accuracy.test}`);
});

test('the same network written again gives the same bytes', async () => {
  const again = join(scratch, 'again');
  await writeRelease(again, release, never);
  for (const name of names) assert.equal(sha256(join(again, name)), sha256(join(out, name)), name);
});

test('a release that is stopped writes nothing', async () => {
  const nowhere = join(scratch, 'nowhere');
  const stopped = writeRelease(nowhere, release, AbortSignal.abort(new Error('stop')));
  await assert.rejects(stopped, /stop/);
  assert.ok(!existsSync(nowhere));
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
