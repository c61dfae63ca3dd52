import assert from 'node:assert/strict';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { decode } from 'fast-png';
import { CLASSIFIER_MODEL, FULL_MODEL } from '../core/index.ts';
import { MODELS_DIR } from '../runtime-node/paths.ts';
import { openModel } from '../runtime-node/reader.ts';
import { loadMnist } from '../training/data/mnist.ts';
import { mnistPictures } from '../training/evaluation/mnist-pictures.ts';
import type { Refusals } from '../training/evaluation/refusals.ts';
import { METRICS_FILE, readMetrics } from '../training/report/metrics.ts';
import { run, type Outcome } from './command.ts';
import { writeDigitFiles } from './digit-files.ts';
import { pngOf } from './pictures.ts';

const evaluate = (...args: string[]): Promise<Outcome> => run('training/evaluate.js', args);

interface EvaluationJson {
  readonly count: number;
  readonly accuracy: number;
  readonly confusion: readonly (readonly number[])[];
  readonly noDigit: readonly number[];
  readonly recall: readonly (number | null)[];
  readonly misreadings: readonly {
    file: string;
    label: number;
    digit: number;
    probability: number;
  }[];
  readonly sure: { readonly count: number; readonly right: number };
  readonly calibrationError: number;
  readonly leftOut: readonly { file: string; reason: string }[];
}

/** [256], 1 is ink: a ring. */
const ZERO_16 = Array.from({ length: 256 }, (_, i) => {
  const distance = Math.hypot(((i % 16) - 7.5) / 4.5, (Math.floor(i / 16) - 7.5) / 7);
  return Math.abs(distance - 0.9) < 0.18 ? 1 : 0;
});

const jsonOf = ({ stdout }: Outcome) => JSON.parse(stdout) as EvaluationJson;

const MISTAKES = mkdtempSync(join(tmpdir(), 'mistakes-'));

/** Reads MNIST's test pictures, which takes long: all tests of its answers look at this one run. */
const ofMnist = evaluate('--json', '--mistakes', MISTAKES);

test("MNIST's test pictures give the numbers that the model was released with", async () => {
  const outcome = await ofMnist;
  assert.equal(outcome.exitCode, 0);
  assert.equal(outcome.stderr, '');
  const evaluation = jsonOf(outcome);
  const metrics = await readMetrics(join(MODELS_DIR, METRICS_FILE));
  assert.equal(evaluation.count, 10_000);
  assert.equal(evaluation.accuracy, metrics.accuracy.test);
  assert.deepEqual(evaluation.confusion, metrics.testConfusion.counts);
  assert.deepEqual(evaluation.noDigit, metrics.testConfusion.noDigit);
  assert.deepEqual(evaluation.recall, metrics.recall);
  const { after } = metrics.exact.calibrationError;
  assert.ok(Math.abs(evaluation.calibrationError - after) < 1e-12, `${after}`);
});

test("a folder's pictures are labelled by their names, and compared with the model's answers", async () => {
  const { folder, names, digits } = await writeDigitFiles(60);
  const read = await openModel(join(MODELS_DIR, FULL_MODEL.file));
  const confusion = Array.from({ length: 10 }, () => Array<number>(10).fill(0));
  for (const { label, picture } of mnistPictures(digits)) {
    const { digit } = await read(picture);
    const row = confusion[label];
    if (row && digit !== null) row[digit] = (row[digit] ?? 0) + 1;
  }
  // The digit at the front is what counts as true: here it is wrong, so this is a mistake.
  const [first = ''] = names;
  const label = Number(first.charAt(0));
  const wrong = (label + 1) % 10;
  writeFileSync(join(folder, `${wrong}_wrong.png`), readFileSync(join(folder, first)));
  const row = confusion[wrong] ?? [];
  row[label] = (row[label] ?? 0) + 1;

  const outcome = await evaluate('--json', '--pictures', folder);
  assert.equal(outcome.exitCode, 0);
  const evaluation = jsonOf(outcome);
  assert.equal(evaluation.count, 61);
  assert.deepEqual(evaluation.confusion, confusion);
  const misread = evaluation.misreadings.find(({ file }) => file.endsWith(`${wrong}_wrong.png`));
  assert.deepEqual([misread?.label, misread?.digit], [wrong, label]);
  const confidence = evaluation.misreadings.map(({ probability }) => probability);
  assert.deepEqual(
    confidence,
    confidence.toSorted((a, b) => b - a),
  );
});

test('in folders named by digits, pictures of any name are labelled by their folder', async () => {
  const { folder, names } = await writeDigitFiles(3);
  const inFolders = mkdtempSync(join(tmpdir(), 'in-folders-'));
  const [seven = '', two = '', one = ''] = names;
  const copy = (name: string, ...to: string[]) => {
    mkdirSync(join(inFolders, ...to.slice(0, -1)), { recursive: true });
    copyFileSync(join(folder, name), join(inFolders, ...to));
  };
  copy(seven, '7', '2_is_its_name_and_7_its_folder.png');
  copy(two, '2', 'two');
  copy(one, '1_beside_the_folders.png');
  copy(one, 'ones', '1_one.png');
  writeFileSync(join(inFolders, '2', 'note.txt'), 'no picture');
  mkdirSync(join(inFolders, '3'));
  const { stdout, exitCode } = await evaluate('--json', '--pictures', inFolders);
  const { count, accuracy, leftOut } = JSON.parse(stdout) as EvaluationJson;
  assert.equal(exitCode, 1);
  assert.deepEqual([count, accuracy], [3, 1]);
  assert.deepEqual(
    leftOut.map(({ file }) => file),
    [join(inFolders, '2', 'note.txt'), join(inFolders, 'ones')],
  );
});

test('the text shows accuracy, matrix, recall and the most confident mistakes with both views', async () => {
  const { folder, names } = await writeDigitFiles(3);
  const [seven = ''] = names;
  assert.match(seven, /^7_/);
  writeFileSync(join(folder, '4_wrong.png'), readFileSync(join(folder, seven)));
  const { stdout } = await evaluate('--pictures', folder);
  assert.match(stdout, /: 75\.00 % accuracy\n3 of 4 read correctly, 1 as another digit, 0 with no/);
  assert.match(stdout, /\n +4( +\.){7} +1 +\. +\. +1 +0\.0 %\n/);
  assert.match(stdout, /\n4 read as 7, \d+\.\d %\n.*4_wrong\.png\n/);
  assert.match(stdout, /^[\n -~]*$/);
});

test('blank paper is a mistake: no digit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'blank-'));
  writeFileSync(join(folder, '3_blank.png'), pngOf(new Uint8Array(900).fill(255), 30, 30, 1));
  const { accuracy, noDigit, misreadings } = jsonOf(await evaluate('--json', '--pictures', folder));
  assert.equal(accuracy, 0);
  assert.deepEqual(noDigit, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(misreadings, []);
});

test('files that cannot be evaluated are named, counted and make the exit code 1', async () => {
  const { folder, names } = await writeDigitFiles(2);
  const [first = ''] = names;
  const png = readFileSync(join(folder, first));
  writeFileSync(join(folder, 'seven.png'), png);
  writeFileSync(join(folder, '77_two.png'), png);
  writeFileSync(join(folder, '7_cut.png'), png.subarray(0, 60));
  writeFileSync(join(folder, '7_note.JPG'), 'no picture');
  writeFileSync(join(folder, '.hidden'), 'not a picture that anybody put there');
  mkdirSync(join(folder, '7_folder.jpeg'));
  const { stdout, stderr, exitCode } = await evaluate('--json', '--pictures', folder);
  const { count, leftOut } = JSON.parse(stdout) as EvaluationJson;
  assert.equal(exitCode, 1);
  assert.equal(count, 2);
  const misnamed =
    'Neither named like 7_anything.png, .jpg or .jpeg nor in a folder named by its digit, 0 to 9.';
  assert.deepEqual(leftOut, [
    { file: join(folder, '77_two.png'), reason: misnamed },
    { file: join(folder, '7_cut.png'), reason: 'The picture is damaged or cut short.' },
    { file: join(folder, '7_folder.jpeg'), reason: 'This is a folder, not a file.' },
    { file: join(folder, '7_note.JPG'), reason: 'This is not a picture; send a PNG or JPEG.' },
    { file: join(folder, 'seven.png'), reason: misnamed },
  ]);
  assert.equal(stderr, leftOut.map(({ file, reason }) => `${file}: ${reason}\n`).join(''));
});

test('a folder that is missing, empty or holds nothing readable is told in a sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-'));
  const missing = join(folder, 'missing');
  const unreadable = join(folder, 'unreadable');
  const file = join(unreadable, '7_note.png');
  mkdirSync(join(folder, 'empty'));
  mkdirSync(unreadable);
  writeFileSync(file, 'no picture');
  const complaint = async (path: string) => {
    const { stdout, stderr, exitCode } = await evaluate('--pictures', path);
    assert.equal(stdout, '');
    assert.equal(exitCode, 1);
    return stderr;
  };
  assert.equal(await complaint(missing), `${missing}: There is no such folder.\n`);
  assert.equal(await complaint(file), `${file}: This is a file, not a folder.\n`);
  assert.equal(
    await complaint(join(folder, 'empty')),
    `${join(folder, 'empty')}: The folder is empty.\n`,
  );
  assert.match(await complaint(unreadable), /unreadable: None of its 1 files could be read\.\n$/);
});

test('--semeion reads 16x16 scans as black ink on white, and names a line that is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'semeion-'));
  const file = join(folder, 'semeion.txt');
  const zero = `0 ${ZERO_16.join('')}`;
  writeFileSync(file, `${zero}\n${zero.replace('0', '3')}\n`);
  const { count, confusion } = jsonOf(await evaluate('--json', '--semeion', file));
  assert.equal(count, 2);
  assert.equal(confusion[0]?.[0], 1);
  assert.equal(confusion[3]?.[0], 1);
  writeFileSync(file, `${zero}\n${zero}1\n`);
  const { stderr, exitCode } = await evaluate('--semeion', file);
  assert.equal(exitCode, 1);
  assert.match(stderr, /semeion\.txt, line 2: expected 256 numbers/);
});

test('--photographs reads as many made pictures as wanted, 2000 without a number', async () => {
  assert.equal(jsonOf(await evaluate('--json', '--photographs', '30')).count, 30);
  const text = (await evaluate('--photographs', '--help')).stdout;
  assert.match(text, /--photographs \[N\] +N \(2000\)/);
});

test('--non-digits says how many are refused, and how many test digits accepted', async () => {
  const outcome = await evaluate('--json', '--non-digits', '40');
  const { nonDigits, digits, compared } = JSON.parse(outcome.stdout) as Refusals;
  assert.equal(nonDigits.count, 40);
  assert.ok(nonDigits.refused <= 40 && nonDigits.notFound <= nonDigits.refused);
  assert.equal(digits.count, 10_000);
  assert.equal(digits.accepted, jsonOf(await ofMnist).sure.count);
  // At least 99 %, and as little above it as equal probabilities allow.
  assert.ok(compared.accepted >= 0.99 && compared.accepted < 0.9905, `${compared.accepted}`);
  const { stdout } = await evaluate('--non-digits', '40');
  assert.match(stdout, /on 40 made pictures of no digit: \d+\.\d\d % refused\n/);
});

test('--mistakes writes the most confident ones as pictures, and a sheet of them', async () => {
  const { misreadings } = jsonOf(await ofMnist);
  const [worst] = misreadings;
  assert.ok(worst);
  const names = readdirSync(MISTAKES);
  assert.equal(names.length, 2 * Math.min(20, misreadings.length) + 1);
  const name = `01_${worst.label}-read-as-${worst.digit}_given.png`;
  const { data } = decode(readFileSync(join(MISTAKES, name)));
  const index = Number(worst.file.replace('mnist-', ''));
  const given = [...mnistPictures(await loadMnist('test'))][index]?.picture.pixels;
  assert.deepEqual(
    Array.from(data).filter((_, i) => i % 3 === 0),
    [...(given ?? [])],
  );
  const sheet = readFileSync(join(MISTAKES, 'mistakes.svg'), 'utf8');
  assert.match(sheet, new RegExp(`>${worst.label} read as ${worst.digit}, \\d+\\.\\d %<`));
});

test('one set at a time, and only sensible numbers of pictures', async () => {
  for (const [args, complaint] of [
    [['--photographs', '--semeion', 'x'], /One set at a time: --semeion or --photographs\./],
    [['--non-digits', '0'], /--non-digits takes a whole number from 1 to 100000, not "0"\./],
  ] as const) {
    const { exitCode, stderr } = await evaluate(...args);
    assert.equal(exitCode, 2);
    assert.match(stderr, complaint);
  }
});

test('wrong arguments get the usage and exit code 2, a wrong model exit code 1', async () => {
  const typo = await evaluate('--picture', 'folder');
  assert.equal(typo.exitCode, 2);
  assert.match(typo.stderr, /^Unknown option.+\nUsage: npm run evaluate -- .+\n$/);
  const wrong = await evaluate('--model', join(MODELS_DIR, CLASSIFIER_MODEL.file));
  assert.equal(wrong.exitCode, 1);
  assert.match(wrong.stderr, /can't be used as the model: .+\n$/);
});
