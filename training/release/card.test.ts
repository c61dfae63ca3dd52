import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { confusionMatrix } from '../report/confusion.ts';
import {
  EVIDENCE_FILE,
  evidenceText,
  sha256OfFile,
  type ModelEvidence,
} from '../report/evidence.ts';
import { metricsOf, metricsText } from '../report/metrics.ts';
import { seedStudyOf } from '../report/seed-study.ts';
import { CARD_FILE, writeModelCard } from './card.ts';
import { RELEASE_NAMES, type ReleaseNames } from './names.ts';

/** A folder with the files of networks that read so many of ten thousand pictures right. */
function folderOf(...releases: readonly (readonly [ReleaseNames, number])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'card-'));
  for (const [names, right] of releases) {
    writeFileSync(join(folder, names.full), `the model ${names.model}`);
    writeFileSync(join(folder, names.metrics), metricsWith(names.model, right));
  }
  return folder;
}

function metricsWith(network: string, right: number): string {
  const labels = Array<number>(10_000).fill(3);
  const predictions = labels.map((label, index) => (index < right ? label : 5));
  const run = {
    network,
    seed: 1,
    epochs: 2,
    batch: 64,
    pictures: { training: 50_000, validation: 10_000 },
    backend: 'native',
    versions: {},
    loss: [0.3, 0.1],
    accuracy: { train: 0.9987, validation: 0.9876 },
    exact: {
      bits: 7,
      trials: [{ bits: 7, accuracy: 0.9876, loss: 0.0123, share: 0.26 }],
      floatAccuracy: { validation: 0.9876, test: 0.9765 },
      logitScale: 2 ** -10,
      temperature: 1.25,
      sureFrom: 0.5625,
      calibrationError: { before: 0.0123, after: 0.0045 },
    },
  };
  return metricsText(metricsOf(run, confusionMatrix(labels, predictions)));
}

async function evidenceFor(folder: string, { full, model }: ReleaseNames): Promise<ModelEvidence> {
  const figures = (right: number, count: number) => ({
    count,
    right,
    accuracy: right / count,
    sure: { count, right },
    calibrationError: 0.0045,
  });
  const points = [0.9, 0.95, 0.99, 0.98, 0.5].map((accuracy, index) => ({
    value: 15 * (index - 2),
    accuracy,
  }));
  return {
    file: full,
    sha256: (await sha256OfFile(join(folder, full))) ?? '',
    network: model,
    mnistTest: figures(9_970, 10_000),
    photographs: figures(1_981, 2_000),
    refusals: {
      nonDigits: { count: 2_000, notFound: 10, refused: 1_877 },
      digits: { count: 10_000, accepted: 9_934 },
      compared: { sureFrom: 0.75, accepted: 0.99, refused: 0.9611 },
    },
    robustness: {
      pictures: 2_000,
      curves: [{ name: 'rotation', unit: 'degrees', neutral: 0, points }],
    },
    outside: [
      {
        ...{ set: 'Some set', source: 'Somebody', licence: 'CC BY 4.0', command: 'npm run it' },
        ...figures(161, 162),
      },
    ],
  };
}

async function cardOf(folder: string): Promise<string> {
  await writeModelCard(folder);
  return readFileSync(join(folder, CARD_FILE), 'utf8');
}

const { cnn, mlp } = RELEASE_NAMES;

test('both networks stand beside each other, each figure with the command that measures it', async () => {
  const card = await cardOf(folderOf([cnn, 9_970], [mlp, 9_801]));
  assert.match(card, /\| pictures \| `digits\.onnx` \| `digits-mlp\.onnx` \| command \|/);
  assert.match(card, /\| MNIST test set \| 99\.70 % \| 98\.01 % \| `npm run evaluate` \|/);
  for (const file of [cnn.classifier, mlp.classifier, cnn.confusion, mlp.confusion]) {
    assert.ok(card.includes(file), file);
  }
  assert.match(card, /`digits\.onnx` 0\.5625, `digits-mlp\.onnx` 0\.5625/);
});

test('of one network alone nothing is said of another', async () => {
  const card = await cardOf(folderOf([cnn, 9_970]));
  assert.doesNotMatch(card, /mlp|undefined|NaN/);
  assert.doesNotMatch(card, /## Robustness|## Mistakes|non-digits refused/);
});

test('evidence is told, with where outside sets come from and their licence', async () => {
  const folder = folderOf([cnn, 9_970], [mlp, 9_801]);
  const models = [await evidenceFor(folder, cnn)];
  writeFileSync(join(folder, EVIDENCE_FILE), evidenceText({ models }));
  const card = await cardOf(folder);
  assert.match(card, /\| Some set \| 99\.38 % \(161 of 162\) \| - \| `npm run it` \|/);
  assert.match(card, /- Some set: Somebody, CC BY 4\.0\. Measured with; not trained on/);
  assert.match(card, /99\.34 % \| 99\.70 % \| 93\.85 % \| 96\.11 % \(with 0\.7500\)/);
  assert.match(card, /\| rotation, degrees \| -15 to 15 \|/);
  assert.match(card, /\(robustness\.svg\)[\s\S]+\(mistakes\.svg\)/);
});

test('evidence of a model that was trained again since is left out', async () => {
  const folder = folderOf([cnn, 9_970]);
  const models = [await evidenceFor(folder, cnn)];
  writeFileSync(join(folder, EVIDENCE_FILE), evidenceText({ models }));
  writeFileSync(join(folder, cnn.full), 'trained again');
  assert.doesNotMatch(await cardOf(folder), /Some set|## Robustness/);
});

test('the spread over seeds is told', async () => {
  const folder = folderOf([cnn, 9_970]);
  const results = [0.997, 0.998].map((accuracy, index) => ({
    ...{ seed: index + 1, train: 1, test: accuracy, floatTest: accuracy },
  }));
  const study = seedStudyOf({ epochs: 2, batch: 64 }, results);
  writeFileSync(join(folder, cnn.seeds), JSON.stringify(study));
  const row =
    /\| `digits\.onnx`, MNIST test set \| 2 \| 99\.75 % \| 0\.07 % \| 99\.70 % \| 99\.80 % \|/;
  assert.match(await cardOf(folder), row);
});
