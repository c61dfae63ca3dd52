import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CLASSIFIER_MODEL, FULL_MODEL, goldenPicture } from '../../core/index.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import {
  ENGINES_FILE,
  enginesMarkdown,
  modelSums,
  readEngineStudy,
  type EngineStudy,
} from '../../training/report/engines.ts';
import { versionOf, type Engine } from './engine.ts';
import { pictureTensor } from './tensors.ts';
import { differences, trialOf } from './trial.ts';
import { rowFor } from './verdict.ts';

const folder = await mkdtemp(join(tmpdir(), 'engines-test-'));
after(() => rm(folder, { recursive: true }));

const outputs = Object.values(FULL_MODEL.outputs);
const trial = await trialOf(
  { model: join(MODELS_DIR, FULL_MODEL.file), input: FULL_MODEL.input, outputs },
  [goldenPicture(3), goldenPicture(4), goldenPicture(5)].map(pictureTensor),
  join(folder, 'tensors'),
);

/** What an engine writes that answers as ONNX Runtime does in Node. */
function rightAnswers(): Float32Array<ArrayBuffer> {
  return Float32Array.from(trial.expected.flatMap(({ values }) => Array.from(values)));
}

const bytesOf = (answers: Float32Array<ArrayBuffer>) => new Uint8Array(answers.buffer);

test('the answers of ONNX Runtime in Node do not differ from themselves', () => {
  assert.equal(differences(trial, bytesOf(rightAnswers())), '');
});

test('an answer that is one bit off is named by its output', () => {
  const bytes = bytesOf(rightAnswers());
  const place = 4 * outputs.indexOf(FULL_MODEL.outputs.logits);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  assert.equal(differences(trial, bytes), 'logits 1 of 3 inputs');
});

test('-0 counts as 0, and NaN as nothing but a difference', () => {
  const zero = rightAnswers().indexOf(0);
  const answers = rightAnswers();
  answers[zero] = -0;
  assert.equal(differences(trial, bytesOf(answers)), '');
  answers[zero] = NaN;
  assert.match(differences(trial, bytesOf(answers)), /1 of 3 inputs/);
});

test('answers that end early are a difference', () => {
  const answers = rightAnswers();
  const count = answers.length;
  assert.equal(
    differences(trial, bytesOf(answers.slice(0, -1))),
    `${count - 1} numbers instead of ${count}`,
  );
});

test('an engine that is not there has no version', async () => {
  const engine: Engine = { id: 'x', name: 'x', promised: false, command: [join(folder, 'none')] };
  assert.equal(await versionOf(engine), undefined);
});

test("an engine that ends with an error can't load the model, for the reason it gives last", async () => {
  const program = join(folder, 'fails.mjs');
  await writeFile(program, 'console.error("first\\nNo operator Shape.\\n>"); process.exit(1);');
  const engine: Engine = {
    id: 'x',
    name: 'x',
    promised: false,
    command: [process.execPath, program],
  };
  const pictures = { full: 3, classifier: 3 };
  const row = await rowFor(engine, '1', { full: trial, classifier: trial, pictures }, folder);
  assert.equal(row.full, "can't load");
  assert.equal(row.note, 'No operator Shape.; No operator Shape.');
});

test('the card shows a study of its own models only', async () => {
  for (const { file } of [FULL_MODEL, CLASSIFIER_MODEL]) {
    await cp(join(MODELS_DIR, file), join(folder, file));
  }
  const study: EngineStudy = {
    models: await modelSums(folder),
    pictures: { full: 3, classifier: 3 },
    rows: [{ engine: 'x', version: '1', full: 'differs', classifier: 'same', note: 'a | b' }],
  };
  await writeFile(join(folder, ENGINES_FILE), JSON.stringify(study));
  const read = await readEngineStudy(folder);
  assert.deepEqual(read, study);
  assert.match(enginesMarkdown(study), /^\| x \| 1 \| differs \| same \| a \\\| b \|$/m);

  const model = await readFile(join(folder, FULL_MODEL.file));
  await writeFile(join(folder, FULL_MODEL.file), model.subarray(1));
  assert.equal(await readEngineStudy(folder), undefined);
});
