import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { CLASSIFIER_MODEL, FULL_MODEL } from '../../core/index.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { readRelease } from '../../runtime-node/sidecar.ts';
import { run } from '../command.ts';
import { withFlippedBit } from './flip-bit.ts';
import { RELEASED_JOB } from './job.ts';

const verify = (...args: string[]) => run('test/verify/main.js', args);

const folder = mkdtempSync(join(tmpdir(), 'verify-'));

function write(name: string, contents: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

test('the released models pass on all pictures, with a row for each set', async () => {
  const { golden, mnistTest } = (await readRelease(RELEASED_JOB.path)).digests;
  const { stdout, stderr, exitCode } = await verify('--runtime', 'native');
  assert.equal(stderr, '');
  assert.equal(exitCode, 0, stdout);
  const [head = '', ofFile = '', ofGolden = '', ofMnist = '', ofClassifier = '', end] =
    stdout.split('\n');
  assert.match(head, /^runtime +version +pictures of +count +SHA-256 +verdict +time$/);
  assert.match(ofFile, /^file +digits\.onnx +[0-9a-f]{12} +same$/);
  const row = (set: string, count: string, logits: string) =>
    new RegExp(
      `^native +onnxruntime-node \\d\\S+ +${set} +${count} +${logits.slice(0, 12)} +same +\\d+\\.\\d s$`,
    );
  assert.match(ofGolden, row('golden', '256', golden.logits));
  assert.match(ofMnist, row('MNIST test', '10,000', mnistTest.logits));
  assert.match(ofClassifier, row('classifier', '10,000', mnistTest.logits));
  assert.equal(end, 'These are the released bits.');
});

test('one flipped bit of one weight makes exit code 1', async () => {
  const model = write('flipped.onnx', withFlippedBit(RELEASED_JOB.full, 'highest'));
  const { stdout, exitCode } = await verify('--runtime', 'native', '--model', model);
  assert.equal(exitCode, 1);
  assert.match(
    stdout,
    /FILE DIFFERS\n.*golden .*LOGITS DIFFER.*\n.*MNIST test .*LOGITS DIFFER.*\nNOT the released/,
  );
});

test('a flipped bit is found in the file, even where rounding hides it from every answer', async () => {
  const model = write('hidden.onnx', withFlippedBit(RELEASED_JOB.full, 'lowest'));
  const { stdout, exitCode } = await verify('--runtime', 'native', '--model', model);
  assert.equal(exitCode, 1);
  assert.match(stdout, /^file .*FILE DIFFERS\n(.*\n)*NOT the released/m);
});

test('wrong arguments get the usage and exit code 2', async () => {
  const { stderr, exitCode } = await verify('--runtime', 'gpu');
  assert.equal(exitCode, 2);
  assert.match(stderr, /^--runtime takes native, wasm, .+, not "gpu"\.\nUsage: npm run verify -- /);
});

test('a model that is none, and a sidecar without digests, are told in a sentence', async () => {
  const wrong = await verify('--model', join(MODELS_DIR, CLASSIFIER_MODEL.file));
  assert.equal(wrong.exitCode, 1);
  assert.match(wrong.stderr, /can't be used as the model: .+\n$/);
  const model = write(FULL_MODEL.file, RELEASED_JOB.full);
  write('digits.json', '{}');
  const bare = await verify('--model', model);
  assert.equal(bare.exitCode, 1);
  assert.match(
    bare.stderr,
    /can't be compared .+ digits\.json should hold sha256 of digits\.onnx, /,
  );
});
