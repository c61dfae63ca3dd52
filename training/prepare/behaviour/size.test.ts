import assert from 'node:assert/strict';
import test from 'node:test';
import { SEEN_SIDE } from '../../../core/index.ts';
import { areaAverage } from '../../data/transform/resize.ts';
import { assertNear, digits, draw, extent, levelAt, meanDistance, prepared } from './prepared.ts';

test('the box is where the ink is, in pixels of the picture given', async () => {
  const ink = { x: 300, y: 120, width: 60, height: 260 };
  for (const channels of [1, 3]) {
    const size = { height: 600, width: 800, channels };
    const picture = draw(size, (x, y) => {
      const inside = x >= ink.x && x < ink.x + ink.width && y >= ink.y && y < ink.y + ink.height;
      return inside ? 20 : 230;
    });
    const { box, found } = await prepared(picture, size);
    assert.equal(found, 1);
    assertNear(box, [ink.x, ink.y, ink.width, ink.height], 26);
  }
});

test('a digit of a tenth of a large picture is found, with a tight box', async () => {
  const [side, factor] = [1000, 5];
  const size = { height: side, width: side, channels: 1 };
  for (const [index, digit] of [...digits(10)].entries()) {
    const [left, top] = [60 + 70 * index, 700 - 60 * index];
    const at = (x: number, y: number) =>
      levelAt(digit, Math.floor((x - left) / factor), Math.floor((y - top) / factor));
    const { box, found } = await prepared(
      draw(size, (x, y) => 235 - 0.8 * at(x, y)),
      size,
    );
    assert.equal(found, 1);
    const ink = extent(digit);
    const wanted = [left + factor * ink.x, top + factor * ink.y];
    const sides = [factor * ink.width, factor * ink.height];
    // A cell of the 128 is 7.8 pixels; starts and ends may each be one and a half off.
    assertNear(box, [...wanted, ...sides], 12);
  }
});

test('a larger picture of a digit is seen much like the small one', async () => {
  const factor = 10;
  const side = SEEN_SIDE * factor;
  const difference = await meanOver(50, async (digit) => {
    const size = { height: side, width: side, channels: 1 };
    const picture = draw(size, (x, y) =>
      levelAt(digit, Math.floor(x / factor), Math.floor(y / factor)),
    );
    return (await prepared(picture, size)).seen;
  });
  assert.ok(difference < 8, `they differ by ${difference} levels in the mean`);
});

/** How far what is seen is from MNIST's own picture. */
async function meanOver(count: number, see: (digit: Uint8Array) => Promise<Uint8Array>) {
  let sum = 0;
  for (const digit of digits(count)) sum += meanDistance(await see(digit), digit);
  return sum / count;
}

/** Of MNIST's digits, without the black around; they are at most 20 pixels high and wide. */
const INNER = 20;

function inner(digit: Uint8Array, side: number): Uint8Array {
  const margin = (SEEN_SIDE - INNER) / 2;
  const size = { height: INNER, width: INNER };
  const pixels = draw({ ...size, channels: 1 }, (x, y) => levelAt(digit, x + margin, y + margin));
  return Uint8Array.from(areaAverage({ ...size, pixels }, { height: side, width: side }).pixels);
}

test('a digit of 8x8 or 10x10 pixels is found, light on dark or dark on light', async () => {
  for (const side of [8, 10]) {
    const size = { height: side, width: side, channels: 1 };
    for (const digit of digits(100)) {
      const light = inner(digit, side);
      for (const picture of [light, light.map((level) => 255 - level)]) {
        assert.equal((await prepared(picture, size)).found, 1, `${side}x${side}`);
      }
    }
  }
});

test('a digit half as long as a picture of 16 to 22 pixels is found', async () => {
  for (const side of [16, 18, 20, 22]) {
    const [length, start] = [side / 2, side / 4];
    const size = { height: side, width: side, channels: 1 };
    let found = 0;
    for (const digit of digits(100)) {
      const small = inner(digit, length);
      const picture = draw(size, (x, y) => {
        const [column, row] = [Math.floor(x - start), Math.floor(y - start)];
        const isWithin = column >= 0 && row >= 0 && column < length && row < length;
        return 255 - (isWithin ? (small[row * length + column] ?? NaN) : 0);
      });
      found += (await prepared(picture, size)).found ?? NaN;
    }
    assert.equal(found, 100, `${side}x${side}`);
  }
});

/** How much slopes change from pixel to pixel, as a share of the slopes; steps between bricks change most. */
function roughness(seen: Uint8Array): number {
  let [slopes, changes] = [0, 0];
  for (let y = 0; y < SEEN_SIDE; y += 1) {
    for (let x = 0; x < SEEN_SIDE; x += 1) {
      const level = levelAt(seen, x, y);
      for (const [dx, dy] of [
        [1, 0],
        [0, 1],
      ] as const) {
        const [before, after] = [levelAt(seen, x - dx, y - dy), levelAt(seen, x + dx, y + dy)];
        slopes += Math.abs(level - before);
        changes += Math.abs(before - 2 * level + after);
      }
    }
  }
  return changes / slopes;
}

// Measured: 0.91 and 1.00; without interpolation, as bricks, 1.57 and 1.07. Positions differ from MNIST's
// as the little pictures have no margin; at 28x28, a shift by a pixel costs 20 levels. Of 100 of 8x8 six are taken for
// the paper between their strokes.
for (const { side, roughest, furthest } of [
  { side: 8, roughest: 1.2, furthest: 26 },
  { side: 16, roughest: 1.04, furthest: 17 },
]) {
  test(`a digit of ${side}x${side} pixels is seen smooth, not as bricks`, async () => {
    const count = 100;
    let rough = 0;
    const difference = await meanOver(count, async (digit) => {
      const small = { height: side, width: side, channels: 1 };
      const { seen } = await prepared(inner(digit, side), small);
      rough += roughness(seen) / count;
      return seen;
    });
    assert.ok(rough < roughest, `their roughness is ${rough} in the mean`);
    assert.ok(difference < furthest, `they differ by ${difference} levels in the mean`);
  });
}
