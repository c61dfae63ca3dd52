import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { confusionMatrix } from './confusion.ts';
import { metricsMarkdown } from './markdown.ts';
import { METRICS_FILE, metricsOf, metricsText, readMetrics } from './metrics.ts';

const metrics = metricsOf(
  {
    network: '784-50-50-10',
    seed: 1,
    epochs: 2,
    batch: 32,
    backend: 'wasm',
    versions: { '@tensorflow/tfjs': '4.22.0' },
    loss: [0.30251, 1.2e-7],
    pictures: { training: 9, validation: 3 },
    accuracy: { train: 0.99, validation: 0.75 },
    exact: {
      bits: 7,
      trials: [
        { bits: 7, accuracy: 0.75, loss: 0.5, share: 0.25 },
        { bits: 8, accuracy: null, loss: null, share: null },
      ],
      floatAccuracy: { validation: 0.75, test: 0.5 },
      logitScale: 2 ** -12,
      sureFrom: 0.5,
      temperature: 1.5,
      calibrationError: { before: 0.02, after: 0.01 },
    },
  },
  confusionMatrix([3, 3, 3, 4], [3, 3, 8, null]),
);

test('test accuracy and recall follow from the confusion matrix', () => {
  assert.deepEqual(metrics.accuracy, { train: 0.99, validation: 0.75, test: 0.5 });
  assert.deepEqual(metrics.recall.slice(3, 5), [2 / 3, 0]);
});

test('the file gives back what was written, with a line a row of the matrix', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'metrics-')), METRICS_FILE);
  writeFileSync(path, metricsText(metrics));
  assert.deepEqual(await readMetrics(path), metrics);
  assert.match(metricsText(metrics), /\n +\[ 0, 0, 0, 2, 0, 0, 0, 0, 1, 0 \],\n/);
  assert.match(metricsText(metrics), /"loss": \[ 0\.30251, 1\.2e-7 \]/);
});

test('the Markdown shows the metrics and the matrix as tables', () => {
  const markdown = metricsMarkdown(metrics);
  assert.match(markdown, /^## 784-50-50-10: 50\.00 % on the test pictures\n/);
  assert.match(
    markdown,
    /\n\| Training accuracy \| 99\.00 % \|\n\| Validation accuracy \| 75\.00 % \|\n/,
  );
  assert.match(markdown, /\n\| Versions \| @tensorflow\/tfjs 4\.22\.0 \|\n/);
  const three = ['**3**', '.', '.', '.', '**2**', '.', '.', '.', '.', '1', '.', '.', '3', '66.7 %'];
  assert.ok(markdown.includes(`\n| ${three.join(' | ')} |\n`));
});
