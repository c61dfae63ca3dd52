import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import { CLASSIFIER_MODEL, FULL_MODEL, toJson, type AnswerJson } from '../core/index.ts';
import { MODELS_DIR, PROJECT_ROOT } from '../runtime-node/paths.ts';
import { openModel } from '../runtime-node/reader.ts';
import { mnistPictures } from '../training/evaluation/mnist-pictures.ts';
import { run, type Outcome } from './command.ts';
import { writeDigitFiles } from './digit-files.ts';
import { pngOf } from './pictures.ts';

const { folder, names, digits } = await writeDigitFiles(100);
const [first = '', second = ''] = names;

const predict = (...args: string[]): Promise<Outcome> =>
  run('runtime-node/cli/predict.js', args, folder);

type Line = AnswerJson & { readonly file: string };

const linesOf = ({ stdout }: Outcome): Line[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('--json gives one line a file, with what the model answers for its pixels, and nothing else', async () => {
  const outcome = await predict('--json', ...names);
  assert.equal(outcome.exitCode, 0);
  assert.equal(outcome.stderr, '');
  const read = await openModel(join(MODELS_DIR, FULL_MODEL.file));
  const expected: Line[] = [];
  for (const { picture } of mnistPictures(digits)) {
    expected.push({ file: names[expected.length] ?? '', ...toJson(await read(picture)) });
  }
  assert.deepEqual(linesOf(outcome), expected);
});

test('a line holds file, digit, sure, probabilities, logits, box and found, in that order', async () => {
  const [line] = linesOf(await predict('--json', first));
  assert.deepEqual(Object.keys(line ?? {}), [
    'file',
    'digit',
    'sure',
    'probabilities',
    'logits',
    'box',
    'found',
  ]);
});

test('at least 95 of the first 100 MNIST test digits are read correctly', async () => {
  const lines = linesOf(await predict('--json', ...names));
  const right = lines.filter(({ file, digit }) => file.startsWith(`${digit}_`));
  assert.ok(right.length >= 95, `${right.length} were`);
});

test('into a pipe a picture is shown in plain ASCII: as given, as seen, and ten bars', async () => {
  const { stdout, exitCode } = await predict(first);
  assert.equal(exitCode, 0);
  assert.match(stdout, /^[\n -~]*$/);
  const [heading, captions, ...lines] = stdout.split('\n');
  assert.equal(heading, `${first}: ${first.charAt(0)}`);
  assert.match(captions ?? '', /^given 28x28 +seen 28x28 +probabilities$/);
  assert.deepEqual(
    lines.slice(0, 10).map((line) => / (\d) [# ]{8} +[\d.]+ %$/.exec(line)?.[1]),
    Array.from(Array(10).keys(), String),
  );
  assert.ok(lines.every((line) => line.length <= 80));
  assert.match(stdout, /\+-+\+/, "the ink's box");
});

test('blank paper has no digit', async () => {
  writeFileSync(join(folder, 'blank.png'), pngOf(new Uint8Array(60 * 40).fill(255), 60, 40, 1));
  const { stdout } = await predict('blank.png');
  assert.match(stdout, /^blank\.png: no digit\n/);
  assert.doesNotMatch(stdout, /probabilities/);
  const [line] = linesOf(await predict('--json', 'blank.png'));
  assert.equal(line?.digit, null);
  assert.equal(line.found, false);
});

test('a file that is no picture gets a line on stderr, and the others are still read', async () => {
  mkdirSync(join(folder, 'folder.png'));
  writeFileSync(join(folder, 'tiny.gif'), gif());
  writeFileSync(join(folder, 'cut.png'), readFileSync(join(folder, first)).subarray(0, 60));
  writeFileSync(join(folder, 'empty.jpg'), '');
  writeFileSync(join(folder, 'note.png'), 'no picture at all');
  const broken = ['missing.png', 'folder.png', 'tiny.gif', 'cut.png', 'empty.jpg', 'note.png'];
  const outcome = await predict('--json', first, ...broken, second);
  assert.equal(outcome.exitCode, 1);
  assert.deepEqual(
    linesOf(outcome).map(({ file }) => file),
    [first, second],
  );
  assert.deepEqual(outcome.stderr.split('\n'), [
    'missing.png: There is no such file.',
    'folder.png: This is a folder, not a file.',
    'tiny.gif: This is a GIF; send a PNG or JPEG.',
    'cut.png: The picture is damaged or cut short.',
    'empty.jpg: This is not a picture; send a PNG or JPEG.',
    'note.png: This is not a picture; send a PNG or JPEG.',
    '',
  ]);
});

test('wrong arguments are answered with the usage and exit code 2', async () => {
  for (const args of [[], ['--json'], ['--unknown', first], [first, '--model']]) {
    const { stdout, stderr, exitCode } = await predict(...args);
    assert.equal(exitCode, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /^.+\nUsage: npm run predict -- FILE… \[--model FILE\] \[--json\]\n$/);
  }
});

test('a model that is missing, or is another, is told before any picture is read', async () => {
  const classifier = join(MODELS_DIR, CLASSIFIER_MODEL.file);
  for (const model of ['missing.onnx', first, classifier]) {
    const { stdout, stderr, exitCode } = await predict('--model', model, first, second);
    assert.equal(exitCode, 1, model);
    assert.equal(stdout, '');
    assert.match(stderr, /^.+ can't be used as the model: .+\n$/);
  }
});

test('--model reads with another file', async () => {
  writeFileSync(join(folder, 'copy.onnx'), readFileSync(join(MODELS_DIR, FULL_MODEL.file)));
  const { stdout } = await predict('--model', 'copy.onnx', '--json', first);
  assert.equal(stdout, (await predict('--json', first)).stdout);
});

test('called through npm, files are looked for where npm was called', async () => {
  const program = 'runtime-node/cli/predict.js';
  const args = ['--json', first];
  const { stdout } = await run(program, args, PROJECT_ROOT, { INIT_CWD: folder });
  assert.equal(stdout, (await predict(...args)).stdout);
});

test('--help explains the command', async () => {
  const { stdout, exitCode } = await predict('--help');
  assert.equal(exitCode, 0);
  assert.match(stdout, /^Usage: .+[^]+--model FILE[^]+--json/);
});

test('a reader that closes the pipe early, like head, ends the command without a complaint', async () => {
  const program = join(PROJECT_ROOT, 'dist', 'runtime-node', 'cli', 'predict.js');
  const many = Array.from({ length: 20 }, () => names).flat();
  const child = spawn(process.execPath, [program, ...many], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const complaint = text(child.stderr);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  assert.deepEqual(await ended, [0, null]);
  assert.equal(await complaint, '');
});

/** A whole GIF of one pixel. */
function gif(): Uint8Array {
  return Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
}
