import assert from 'node:assert/strict';
import test from 'node:test';
import { DOMParser, type Document } from '@xmldom/xmldom';
import type { ModelEvidence, RobustnessCurve } from '../evidence.ts';
import { robustnessSvg } from './robustness-svg.ts';

type Shown = Pick<ModelEvidence, 'file' | 'robustness'>;

function modelOf(file: string, curves: readonly RobustnessCurve[]): Shown {
  return { file, robustness: { pictures: 2000, curves } };
}

function curveOf(name: string, accuracies: readonly number[]): RobustnessCurve {
  const points = accuracies.map((accuracy, value) => ({ value, accuracy }));
  return { name, unit: 'steps', neutral: 0, points };
}

const cnn = modelOf('digits.onnx', [
  curveOf('rotation', [0.99, 0.5, 0]),
  curveOf('noise', [1, 0.25]),
]);
const mlp = modelOf('digits & mlp.onnx', [
  curveOf('rotation', [0.97, 0.4, 0.1]),
  curveOf('noise', [0.9, 0.2]),
]);

/** What is no well-formed XML is an error, as in a browser. */
function parsed(...models: Shown[]): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(robustnessSvg(models), 'image/svg+xml');
}

const classesOf = (document: Document, name: string) =>
  Array.from(document.getElementsByTagName(name), (element) => element.getAttribute('class') ?? '');

test('each thing done has a panel, with a line for each model and a dot for each point', () => {
  const document = parsed(cnn, mlp);
  const lines = classesOf(document, 'path').filter((name) => name.startsWith('line'));
  // Two panels and the legend.
  assert.equal(lines.filter((name) => name === 'line first').length, 3);
  assert.equal(lines.filter((name) => name === 'line second').length, 3);
  assert.equal(classesOf(document, 'circle').filter((name) => name === 'dot first').length, 5);
});

test('a point is as high as the accuracy', () => {
  const circles = Array.from(parsed(cnn).getElementsByTagName('circle'));
  const [full = NaN, half = NaN, none = NaN] = ['0.99', '0.5', '0'].map((_, index) =>
    Number(circles[index]?.getAttribute('cy')),
  );
  assert.ok(full < half && half < none);
  assert.ok(Math.abs((none - half) / (none - full) - 0.5 / 0.99) < 0.01);
  assert.match(circles[1]?.textContent ?? '', /digits\.onnx, rotation 1: 50\.00 %/);
});

test('one model alone is drawn too', () => {
  assert.doesNotMatch(robustnessSvg([cnn]), /second"|NaN|Infinity/);
});

test('the description has the numbers, and the file needs no other', () => {
  const svg = robustnessSvg([cnn, mlp]);
  assert.match(svg, /digits &amp; mlp\.onnx: rotation \(steps\): 0 97\.0 %, 1 40\.0 %, 2 10\.0 %/);
  assert.doesNotMatch(
    svg.replace('xmlns="http://www.w3.org/2000/svg"', ''),
    /https?:|url\(|@import|href/,
  );
  assert.match(svg, /prefers-color-scheme: dark/);
});
