import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { FULL_MODEL } from '../../../core/index.ts';
import { MODELS_DIR } from '../../../runtime-node/paths.ts';
import { openModel } from '../../../runtime-node/reader.ts';
import { loadMnist, sliceDigits } from '../../data/mnist.ts';
import { accuracy } from '../../report/confusion.ts';
import { mnistPictures } from '../mnist-pictures.ts';
import { score } from '../score.ts';
import { POINT_COUNT, robustnessOf } from './robustness.ts';

const read = await openModel(join(MODELS_DIR, FULL_MODEL.file));
const pictures = [...mnistPictures(sliceDigits(await loadMnist('test'), 0, 60))];
let readings = 0;
const curves = await robustnessOf(read, pictures, () => {
  readings += 1;
});

test('every curve passes, where nothing is done, through the accuracy on the pictures as they are', async () => {
  const plain = accuracy((await score(read, pictures, () => null)).confusion);
  for (const { name, neutral, points } of curves) {
    assert.equal(points.find(({ value }) => value === neutral)?.accuracy, plain, name);
  }
});

test('every curve goes to where the model reads worse', () => {
  assert.deepEqual(
    curves.map(({ name }) => name),
    ['rotation', 'scale', 'noise', 'blur', 'contrast', 'stroke width'],
  );
  for (const { name, neutral, points } of curves) {
    const plain = points.find(({ value }) => value === neutral)?.accuracy ?? NaN;
    assert.ok(Math.min(...points.map((point) => point.accuracy)) < plain, name);
  }
});

test('the number of readings is known before', () => {
  assert.equal(readings, POINT_COUNT * pictures.length);
});
