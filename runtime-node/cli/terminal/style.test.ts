import assert from 'node:assert/strict';
import { WriteStream } from 'node:tty';
import test from 'node:test';
import { PLAIN, styleFor } from './style.ts';

/** A terminal in an environment, as Node itself judges it. */
const terminal = (env: Record<string, string>) => ({
  getColorDepth: () => WriteStream.prototype.getColorDepth(env),
});

const DOT = { width: 1, height: 2, pixels: [[255, 255, 255] as const, [0, 0, 0] as const] };

test('a terminal with all colours gets coloured half blocks', () => {
  const style = styleFor(terminal({ TERM: 'xterm', COLORTERM: 'truecolor' }));
  assert.match(style.picture(DOT).join(''), /38;2;255;255;255m▀/);
});

test('a terminal with 256 colours gets those', () => {
  const style = styleFor(terminal({ TERM: 'xterm-256color' }));
  assert.match(style.picture(DOT).join(''), /38;5;231m▀/);
});

test('a pipe, NO_COLOR and a dumb terminal get plain ASCII', () => {
  assert.equal(styleFor({}), PLAIN);
  assert.equal(styleFor(terminal({ NO_COLOR: '1', COLORTERM: 'truecolor' })), PLAIN);
  assert.equal(styleFor(terminal({ TERM: 'dumb' })), PLAIN);
});

test('a bar is as long as its share, to an eighth of a character in colour', () => {
  assert.equal(PLAIN.bar(0.5, 8), '####    ');
  const { bar } = styleFor(terminal({ TERM: 'xterm', COLORTERM: 'truecolor' }));
  assert.equal(bar(0.5, 3), '█▌ ');
  assert.equal(bar(0, 2), '  ');
  assert.equal(bar(1, 2), '██');
});
