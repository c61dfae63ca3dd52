import assert from 'node:assert/strict';
import test from 'node:test';
import { halfBlocks } from './half-blocks.ts';

test('a character shows the upper pixel in its foreground and the lower in its background', () => {
  const canvas = { width: 1, height: 2, pixels: [[255, 0, 10] as const, [1, 2, 3] as const] };
  assert.deepEqual(halfBlocks(canvas, 24), ['\x1b[48;2;1;2;3m\x1b[38;2;255;0;10m▀\x1b[0m']);
});

test('with 256 colours, grey comes from the grey ramp', () => {
  const grey = [128, 128, 128] as const;
  const [line = ''] = halfBlocks({ width: 1, height: 2, pixels: [grey, grey] }, 8);
  assert.equal(line, '\x1b[48;5;244m\x1b[38;5;244m▀\x1b[0m');
});

test('what is empty keeps the colour of the terminal', () => {
  const white = [255, 255, 255] as const;
  const pixels = ['empty', 'empty', white, 'empty', white, 'empty'] as const;
  assert.deepEqual(halfBlocks({ width: 3, height: 2, pixels }, 24), [
    '\x1b[0m \x1b[0m\x1b[38;2;255;255;255m▄▀\x1b[0m',
  ]);
});

test('colours are written once for neighbours that share them', () => {
  const pixels = Array.from({ length: 8 }, () => [9, 9, 9] as const);
  const [line = ''] = halfBlocks({ width: 4, height: 2, pixels }, 24);
  assert.equal(line, '\x1b[48;2;9;9;9m\x1b[38;2;9;9;9m▀▀▀▀\x1b[0m');
});
