import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../../data/random.ts';
import { draw, prepared } from './prepared.ts';

async function assertBlank(picture: Uint8Array, size: Parameters<typeof prepared>[1]) {
  const { seen, found, box } = await prepared(picture, size);
  assert.equal(found, 0);
  assert.deepEqual(box, Int32Array.of(0, 0, 0, 0));
  assert.ok(seen.every((pixel) => pixel === 0));
}

test('a blank picture of any size, channels and level has no ink, and nothing is seen', async () => {
  for (const [height, width] of [
    [1, 1],
    [1, 700],
    [28, 28],
    [300, 5],
    [600, 599],
  ] as const) {
    for (const channels of [1, 2, 3, 4]) {
      const size = { height, width, channels };
      for (const level of [0, 128, 255]) {
        await assertBlank(new Uint8Array(height * width * channels).fill(level), size);
      }
    }
  }
});

const SIDES = [28, 64, 200];

test('blank paper under a lamp from one side has no ink', async () => {
  const random = new Random(1);
  for (const side of SIDES) {
    const size = { height: side, width: side, channels: 1 };
    for (let angle = 0; angle < 8; angle += 1) {
      const [cos, sin] = [Math.cos((angle * Math.PI) / 4), Math.sin((angle * Math.PI) / 4)];
      const lit = (x: number, y: number) =>
        190 + 70 * ((x / side - 0.5) * cos + (y / side - 0.5) * sin);
      await assertBlank(draw(size, lit), size);
      await assertBlank(
        draw(size, (x, y) => lit(x, y) + random.integer(-2, 2)),
        size,
      );
    }
  }
});

test('blank paper under a lamp in the middle has no ink', async () => {
  const random = new Random(3);
  for (const side of [...SIDES, 100, 128, 400]) {
    const size = { height: side, width: side, channels: 1 };
    for (const lost of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) {
      const lit = (x: number, y: number) => {
        const [u, v] = [x / (side - 1) - 0.5, y / (side - 1) - 0.5];
        return 230 * (1 - 2 * lost * (u * u + v * v));
      };
      await assertBlank(draw(size, lit), size);
      await assertBlank(
        draw(size, (x, y) => lit(x, y) + random.integer(-2, 2)),
        size,
      );
    }
  }
});

function breadthsFor(side: number): number[] {
  if (side < 28) return [1, 2, 3, 4];
  return [1, 2, 3, 5, side < 64 ? 6 : 8];
}

// In pictures of up to 40 pixels, frames that leave half of the side or less may be taken for a digit.
test('a blank picture in a frame has no ink, dark on light or light on dark', async () => {
  for (const side of [16, 28, 64, 100, 200]) {
    const size = { height: side, width: side, channels: 1 };
    for (const breadth of breadthsFor(side)) {
      const isFrame = (at: number) => at < breadth || at >= side - breadth;
      for (const [paper, frame] of [
        [230, 0],
        [25, 255],
      ] as const) {
        const framed = draw(size, (x, y) => (isFrame(x) || isFrame(y) ? frame : paper));
        await assertBlank(framed, size);
      }
    }
  }
});

/** How many of so many pictures of noise are taken for ink. */
async function countFound(count: number, side: number, level: (random: Random) => number) {
  const random = new Random(2, side);
  const size = { height: side, width: side, channels: 1 };
  let found = 0;
  for (let number = 0; number < count; number += 1) {
    found +=
      (
        await prepared(
          draw(size, () => level(random)),
          size,
        )
      ).found ?? NaN;
  }
  return found;
}

// Of 200 pictures each, so many were taken for ink:
//
//                   12x12   16x16   20x20   24x24   28x28   40x40
//     all levels        5       0       0       0       0       0
//     two levels       23       0       0       0       0       0
test('noise of all levels or of two has no ink, but for a few pictures in a hundred', async () => {
  for (const side of [16, 20, 28, 40, 64, 100, 128, 200]) {
    const uniform = await countFound(40, side, (random) => random.integer(0, 255));
    const binary = await countFound(40, side, (random) => 255 * random.integer(0, 1));
    assert.ok(uniform <= 1 && binary <= 3, `${uniform} and ${binary} of 40, ${side}x${side}`);
  }
  assert.equal(await countFound(12, 400, (random) => random.integer(0, 255)), 0);
});

/** On paper of 200. */
async function countFoundInGrain(side: number, deviation: number): Promise<number> {
  return countFound(12, side, (random) => clamped(200 + random.normal(deviation)));
}

function clamped(level: number): number {
  return Math.max(0, Math.min(255, Math.round(level)));
}

// Of 2,700 sheets 6 were taken for ink.
test("a paper's grain has no ink, but for a few sheets in a thousand", async () => {
  let found = 0;
  for (const side of [28, 64, 72, 80, 100, 120, 200, 400]) {
    for (const deviation of [4, 12, 40]) found += await countFoundInGrain(side, deviation);
  }
  assert.ok(found <= 1, `${found} of 288`);
});
