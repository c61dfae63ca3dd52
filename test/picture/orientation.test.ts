import assert from 'node:assert/strict';
import test from 'node:test';
import type { Picture } from '../../core/index.ts';
import { openDecoder } from '../../runtime-node/decoder.ts';
import { jpegOf, withOrientation } from '../jpeg.ts';

const decode = await openDecoder();

const WIDTH = 48;
const HEIGHT = 32;

/** White, with its first 8 rows and columns black. */
function darkFirstCorner(): Picture {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4).fill(255);
  for (let y = 0; y < 8; y++) pixels.fill(0, y * WIDTH * 4, (y * WIDTH + 8) * 4);
  return { pixels, width: WIDTH, height: HEIGHT, channels: 4 };
}

function darkCorner({ pixels, width, height }: Picture): string {
  const isDark = (x: number, y: number) => (pixels[(y * width + x) * 4] ?? 255) < 128;
  const corners = [
    ['top left', 1, 1],
    ['top right', width - 2, 1],
    ['bottom left', 1, height - 2],
    ['bottom right', width - 2, height - 2],
  ] as const;
  const dark = corners.filter(([, x, y]) => isDark(x, y)).map(([name]) => name);
  return dark.join(' and ');
}

const jpeg = await jpegOf(darkFirstCorner());

// Exif 2.32, tag 0x0112: the sides of the upright picture that the file's first row and column are.
for (const [orientation, corner, swapped] of [
  [1, 'top left', false],
  [2, 'top right', false],
  [3, 'bottom right', false],
  [4, 'bottom left', false],
  [5, 'top left', true],
  [6, 'top right', true],
  [7, 'bottom right', true],
  [8, 'bottom left', true],
] as const) {
  test(`EXIF orientation ${orientation} turns the first corner to the ${corner}`, async () => {
    const picture = await decode(withOrientation(jpeg, orientation));
    assert.equal(darkCorner(picture), corner);
    const size = swapped ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
    assert.deepEqual([picture.width, picture.height], size);
  });
}
