import assert from 'node:assert/strict';
import test from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import type { Picture } from '../../../core/index.ts';
import { mistakesSvg, type Mistake } from './mistakes-svg.ts';

/** White 4x4 with a black pixel at (1, 2). */
const DOT: Picture = {
  pixels: Uint8Array.from({ length: 16 }, (_, i) => (i === 9 ? 0 : 255)),
  width: 4,
  height: 4,
  channels: 1,
};

const MISTAKE: Mistake = {
  name: 'mnist-8 <&>',
  label: 4,
  digit: 9,
  probability: 0.987,
  given: DOT,
  seen: DOT,
};

test('a mistake is shown twice, pixel by pixel, with what was read and how probable that was', () => {
  const svg = mistakesSvg([MISTAKE], 'three <pictures>');
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(svg, 'image/svg+xml');
  assert.match(svg, />4 read as 9, 98\.7 %</);
  const ground = '<path fill="rgb(255,255,255)" d="M0 0h4v4H0z"/>';
  const dot = '<path fill="rgb(0,0,0)" d="M1 2h1v1h-1z"/>';
  assert.equal(svg.split(ground + dot).length - 1, 2);
});

test('no image is embedded and no other file needed', () => {
  const svg = mistakesSvg([MISTAKE, MISTAKE], 'pictures');
  assert.doesNotMatch(
    svg.replace('xmlns="http://www.w3.org/2000/svg"', ''),
    /https?:|<image|data:/,
  );
});

test('where there are no mistakes, the sheet says so', () => {
  assert.match(mistakesSvg([], 'pictures'), /There are none\./);
});
