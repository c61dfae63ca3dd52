import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { EVIDENCE_FILE, evidenceText, readEvidence, type ModelEvidence } from './evidence.ts';

const figures = {
  count: 4,
  right: 3,
  accuracy: 0.75,
  sure: { count: 2, right: 2 },
  calibrationError: 0.01,
};

function evidenceOf(file: string, contents: string): ModelEvidence {
  return {
    file,
    sha256: createHash('sha256').update(contents).digest('hex'),
    network: '784-10',
    mnistTest: figures,
    photographs: figures,
    refusals: {
      nonDigits: { count: 2, notFound: 0, refused: 1 },
      digits: { count: 4, accepted: 2 },
      compared: { sureFrom: 0.5, accepted: 0.99, refused: 0.5 },
    },
    robustness: {
      pictures: 4,
      curves: [{ name: 'blur', unit: 'px', neutral: 0, points: [{ value: 0, accuracy: 0.75 }] }],
    },
    outside: [],
  };
}

test('evidence is read again as it was written, a point a line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  const evidence = { models: [evidenceOf('a.onnx', 'a')] };
  writeFileSync(join(folder, 'a.onnx'), 'a');
  const contents = evidenceText(evidence);
  writeFileSync(join(folder, EVIDENCE_FILE), contents);
  assert.deepEqual(await readEvidence(folder), evidence);
  assert.match(contents, /\n +\{ "value": 0, "accuracy": 0\.75 \}\n/);
});

test('what was measured of other models than those in the folder is left out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  const models = [evidenceOf('a.onnx', 'a'), evidenceOf('b.onnx', 'b'), evidenceOf('c.onnx', 'c')];
  writeFileSync(join(folder, 'a.onnx'), 'trained again');
  writeFileSync(join(folder, 'b.onnx'), 'b');
  writeFileSync(join(folder, EVIDENCE_FILE), evidenceText({ models }));
  const { models: left } = await readEvidence(folder);
  assert.deepEqual(
    left.map(({ file }) => file),
    ['b.onnx'],
  );
});

test('a folder without evidence has none', async () => {
  assert.deepEqual(await readEvidence(mkdtempSync(join(tmpdir(), 'evidence-'))), { models: [] });
});
