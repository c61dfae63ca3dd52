import assert from 'node:assert/strict';
import test from 'node:test';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { confusionMatrix, type Confusion } from '../confusion.ts';
import { confusionSvg } from './confusion-svg.ts';

/** 1,000 eights, one of them read as 3, four as 0; two 5s, one of them not found. */
const EIGHTS = Array<number>(1000).fill(8);
const confusion = confusionMatrix([...EIGHTS, 5, 5], [3, 0, 0, 0, 0, ...EIGHTS.slice(5), 5, null]);

/** Anything but well-formed XML is an error, as in a browser. */
function parsed(counted: Confusion, subject?: string): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(confusionSvg(counted, subject), 'image/svg+xml');
}

const all = (document: Document | Element, name: string): Element[] =>
  Array.from(document.getElementsByTagName(name));

/** A cell's parts, found by its hint. */
function cell(document: Document, hint: string): { count: string; opacity: number } {
  const group = all(document, 'g').find((g) => all(g, 'title')[0]?.textContent?.startsWith(hint));
  assert.ok(group, `no cell for "${hint}"`);
  const tint = all(group, 'rect').at(-1)?.getAttribute('fill-opacity');
  return { count: all(group, 'text')[0]?.textContent ?? '', opacity: Number(tint) };
}

test('every cell holds its count, and cells without pictures are empty', () => {
  const document = parsed(confusion);
  assert.equal(all(document, 'g').length, 10 * 11);
  assert.equal(cell(document, 'true 8, read as 8: 995 of 1000 (99.5 %)').count, '995');
  assert.equal(cell(document, 'true 8, read as 3: 1 of 1000 (0.1 %)').count, '1');
  assert.equal(cell(document, 'true 8, read as 0: 4 of 1000 (0.4 %)').count, '4');
  assert.equal(cell(document, 'true 5, read as none: 1 of 2 (50.0 %)').count, '1');
  assert.equal(cell(document, 'true 0, read as 0: 0 of 0').count, '');
  const counts = all(document, 'g').flatMap((g) => all(g, 'text'));
  const sum = counts.reduce((total, text) => total + Number(text.textContent), 0);
  assert.equal(sum, 1002);
});

test('one mistake in a thousand is seen, and more of them are seen better', () => {
  const document = parsed(confusionMatrix(EIGHTS, [3, 0, 0, 0, 0, ...EIGHTS.slice(5)]));
  const one = cell(document, 'true 8, read as 3').opacity;
  const four = cell(document, 'true 8, read as 0').opacity;
  assert.ok(one > 0.3, `${one}`);
  assert.ok(four > one + 0.3, `${four}`);
});

test('title and description say in words what the picture shows', () => {
  const document = parsed(confusion, 'The network');
  const [title] = all(document, 'title');
  const [description] = all(document, 'desc');
  assert.equal(
    title?.textContent,
    'The network: 99.40 % accuracy: 996 of 1002 pictures read correctly',
  );
  assert.match(description?.textContent ?? '', /5 50\.0 %, 6 not there, .*8 99\.5 %/);
  const root = document.documentElement;
  assert.equal(root?.getAttribute('role'), 'img');
  assert.equal(
    root.getAttribute('aria-labelledby'),
    `${title.getAttribute('id')} ${description?.getAttribute('id')}`,
  );
});

test('it needs no other file, and follows the light or dark setting', () => {
  const svg = confusionSvg(confusion);
  assert.doesNotMatch(
    svg.replace('xmlns="http://www.w3.org/2000/svg"', ''),
    /https?:|url\(|@import|href/,
  );
  assert.match(svg, /prefers-color-scheme: dark/);
});

test('a subject with special characters stays a subject', () => {
  const [title] = all(parsed(confusion, 'a < b & c'), 'title');
  assert.match(title?.textContent ?? '', /^a < b & c: /);
});

test('a perfect matrix and an empty one are drawn too', () => {
  const perfect = confusionMatrix([1, 2], [1, 2]);
  assert.equal(cell(parsed(perfect), 'true 1, read as 1').opacity, 0.9);
  assert.doesNotMatch(confusionSvg(perfect), /mistaken|NaN|Infinity/);
  assert.doesNotMatch(confusionSvg(confusionMatrix([], [])), /NaN|Infinity/);
});
