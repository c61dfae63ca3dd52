import assert from 'node:assert/strict';
import test from 'node:test';
import type { Channels, Picture } from '../../core/index.ts';
import { Random } from '../data/random.ts';
import { arranged, ellipse, frameThickness, rectangle, withPaper } from './arrangement.ts';

const [WIDTH, HEIGHT] = [40, 30];

/** A bar of ink of level 7, from (12, 8) to (17, 19), on paper of 99. */
function isBar(x: number, y: number): boolean {
  return x >= 12 && x <= 17 && y >= 8 && y <= 19;
}

function drawing(channels: Channels) {
  const place = (index: number) => [index % WIDTH, Math.floor(index / WIDTH)] as const;
  const size = { width: WIDTH, height: HEIGHT };
  const pixels = Uint8Array.from({ length: WIDTH * HEIGHT * channels }, (_, index) => {
    if (channels % 2 === 0 && index % channels === channels - 1) return 255;
    return isBar(...place(Math.floor(index / channels))) ? 7 : 99;
  });
  const ink = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, index) =>
    isBar(...place(index)) ? 255 : 0,
  );
  return { picture: { ...size, channels, pixels }, ink: { ...size, pixels: ink } };
}

/** Whether every pixel that ink covers has the ink's level and is opaque. */
function isInkInPlace(picture: Picture, ink: Uint8Array): boolean {
  return ink.every((cover, index) => {
    const pixel = picture.pixels.subarray(index * picture.channels, (index + 1) * picture.channels);
    const hasAlpha = picture.channels % 2 === 0;
    const levels = hasAlpha ? pixel.subarray(0, -1) : pixel;
    return (
      cover === 0 || (levels.every((level) => level === 7) && (!hasAlpha || pixel.at(-1) === 255))
    );
  });
}

test('however a digit is arranged, its ink stays where it is drawn, and whole', () => {
  const kinds = { larger: 0, smaller: 0, transparent: 0, same: 0 };
  for (const channels of [1, 2, 3, 4] as const) {
    for (let seed = 0; seed < 300; seed += 1) {
      const drawn = drawing(channels);
      const { picture, ink } = arranged(drawn, new Random(seed, channels));
      const { width, height } = picture;
      assert.deepEqual([ink.width, ink.height], [width, height]);
      assert.equal(picture.pixels.length, width * height * picture.channels);
      assert.equal(ink.pixels.filter((cover) => cover === 255).length, 6 * 12);
      assert.ok(isInkInPlace(picture, ink.pixels));
      if (picture.channels > channels) kinds.transparent += 1;
      else if (width > WIDTH) kinds.larger += 1;
      else if (width < WIDTH || height < HEIGHT) kinds.smaller += 1;
      else kinds.same += 1;
    }
  }
  // 15, 9 and 2 % of 1200 are expected: there is no cutting of what has an alpha channel.
  assert.ok(Math.abs(kinds.larger - 180) < 45, `${kinds.larger}`);
  assert.ok(Math.abs(kinds.smaller - 108) < 40, `${kinds.smaller}`);
  assert.ok(Math.abs(kinds.transparent - 24) < 20, `${kinds.transparent}`);
});

test('frames reach from 1 pixel to 15 % of the shorter side, and to 3 pixels in the smallest', () => {
  for (const [side, most] of [
    [8, 3],
    [28, 4],
    [200, 30],
  ] as const) {
    const random = new Random(side);
    const size = { width: side, height: 2 * side };
    const seen = Array.from({ length: 500 }, () => frameThickness(size, random));
    assert.deepEqual([Math.min(...seen), Math.max(...seen)], [1, most]);
  }
});

test('only the paper of a shape is opaque', () => {
  const grey = { width: 9, height: 5, channels: 1, pixels: new Uint8Array(45).fill(60) } as const;
  const opaque = (picture: Picture) =>
    Array.from({ length: 5 }, (_, y) =>
      Array.from({ length: 9 }, (_, x) =>
        picture.pixels[(y * 9 + x) * 2 + 1] === 255 ? '#' : '.',
      ).join(''),
    );
  assert.deepEqual(opaque(withPaper(grey, rectangle(4.5, 2.5, 2, 1))), [
    '.........',
    '..#####..',
    '..#####..',
    '..#####..',
    '.........',
  ]);
  assert.deepEqual(opaque(withPaper(grey, ellipse(4.5, 2.5, 4, 2))), [
    '....#....',
    '.#######.',
    '#########',
    '.#######.',
    '....#....',
  ]);
});
