import assert from 'node:assert/strict';
import test from 'node:test';
import { SEEN_SIDE } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { DIGIT_BYTES, loadMnist } from '../data/mnist.ts';
import { preparationModel } from '../release/models.ts';

const session = await ort.InferenceSession.create(preparationModel());
const { pixels } = await loadMnist('test');

/** The first pictures of the MNIST test set, one after the other. */
function* digits(count: number) {
  for (let index = 0; index < count; index += 1) {
    yield pixels.subarray(index * DIGIT_BYTES, (index + 1) * DIGIT_BYTES);
  }
}

async function prepared(image: Uint8Array, height: number, width: number, channels: number) {
  const outputs = await session.run({
    image: new ort.Tensor('uint8', image, [height, width, channels]),
  });
  return {
    seen: bytes(outputs['seen']?.data),
    found: bytes(outputs['found']?.data)[0],
    box: outputs['box']?.data,
  };
}

function bytes(data: unknown): Uint8Array {
  assert.ok(data instanceof Uint8Array);
  return data;
}

function distances(a: Uint8Array, b: Uint8Array): number[] {
  return Array.from(a, (level, index) => Math.abs(level - (b[index] ?? NaN)));
}

/** A picture whose pixel at (x, y) of channel c is `level(x, y, c)`. */
function draw(
  { height, width, channels }: { height: number; width: number; channels: number },
  level: (x: number, y: number, channel: number) => number,
): Uint8Array {
  return Uint8Array.from({ length: height * width * channels }, (_, index) => {
    const pixel = Math.floor(index / channels);
    return level(pixel % width, Math.floor(pixel / width), index % channels);
  });
}

test("MNIST's own pictures keep their place and size; at most a faint edge is lost", async () => {
  let alike = 0;
  for (const digit of digits(500)) {
    const { seen } = await prepared(digit, SEEN_SIDE, SEEN_SIDE, 1);
    const difference = distances(seen, digit).reduce((sum, distance) => sum + distance, 0);
    // A digit that lands one pixel off differs by about 20 levels in the mean.
    if (difference / DIGIT_BYTES < 3) alike += 1;
  }
  assert.ok(alike >= 475, `${alike} of 500`);
});

test('dark ink on light paper is seen like light ink on dark', async () => {
  for (const digit of digits(50)) {
    const negative = digit.map((level) => 255 - level);
    const [light, dark] = [
      await prepared(negative, SEEN_SIDE, SEEN_SIDE, 1),
      await prepared(digit, SEEN_SIDE, SEEN_SIDE, 1),
    ];
    assert.deepEqual(light, dark);
  }
});

test('1, 2, 3 and 4 channels of one picture are seen alike', async () => {
  for (const digit of digits(20)) {
    const grey = await prepared(digit, SEEN_SIDE, SEEN_SIDE, 1);
    for (const channels of [2, 3, 4]) {
      const size = { height: SEEN_SIDE, width: SEEN_SIDE, channels };
      const isAlpha = (channel: number) => channels % 2 === 0 && channel === channels - 1;
      const picture = draw(size, (x, y, channel) =>
        isAlpha(channel) ? 255 : (digit[y * SEEN_SIDE + x] ?? 0),
      );
      assert.deepEqual(await prepared(picture, SEEN_SIDE, SEEN_SIDE, channels), grey);
    }
  }
});

test('what is transparent is white paper, whatever its colour', async () => {
  for (const digit of digits(20)) {
    const negative = digit.map((level) => 255 - level);
    const opaque = await prepared(negative, SEEN_SIDE, SEEN_SIDE, 1);
    const size = { height: SEEN_SIDE, width: SEEN_SIDE, channels: 4 };
    const transparent = draw(size, (x, y, channel) =>
      channel === 3 ? (digit[y * SEEN_SIDE + x] ?? 0) : 0,
    );
    const { seen } = await prepared(transparent, SEEN_SIDE, SEEN_SIDE, 4);
    // Alpha of 0 to 255 and grey of 0 to 255 are not quite the same scale.
    assert.ok(distances(seen, opaque.seen).every((distance) => distance <= 2));
  }
});

test('the box is where the ink is, in pixels of the picture given', async () => {
  const ink = { x: 300, y: 120, width: 100, height: 260 };
  for (const channels of [1, 3]) {
    const size = { height: 600, width: 800, channels };
    const picture = draw(size, (x, y) => {
      const inside = x >= ink.x && x < ink.x + ink.width && y >= ink.y && y < ink.y + ink.height;
      return inside ? 20 : 230;
    });
    const { box, found } = await prepared(picture, 600, 800, channels);
    assert.equal(found, 1);
    assert.ok(box instanceof Int32Array);
    // A cell of the 64 on the longer side is 12.5 pixels.
    const wanted = [ink.x, ink.y, ink.width, ink.height];
    wanted.forEach((side, index) => {
      assert.ok(Math.abs((box[index] ?? 0) - side) <= 26, `${String(box)} for ${String(wanted)}`);
    });
  }
});

test('a blank picture of any size, channels and level has no ink, and nothing is seen', async () => {
  for (const [height, width] of [
    [1, 1],
    [1, 700],
    [28, 28],
    [300, 5],
    [1000, 999],
  ] as const) {
    for (const channels of [1, 2, 3, 4]) {
      for (const level of [0, 128, 255]) {
        const picture = draw({ height, width, channels }, () => level);
        const { seen, found, box } = await prepared(picture, height, width, channels);
        assert.equal(found, 0);
        assert.deepEqual(box, Int32Array.of(0, 0, 0, 0));
        assert.ok(seen.every((pixel) => pixel === 0));
      }
    }
  }
});

test('a larger picture of a digit is seen much like the small one', async () => {
  let difference = 0;
  for (const digit of digits(50)) {
    const factor = 10;
    const side = SEEN_SIDE * factor;
    const picture = draw({ height: side, width: side, channels: 1 }, (x, y) => {
      const [column, row] = [Math.floor(x / factor), Math.floor(y / factor)];
      return digit[row * SEEN_SIDE + column] ?? 0;
    });
    const { seen } = await prepared(picture, side, side, 1);
    difference += distances(seen, digit).reduce((sum, distance) => sum + distance, 0);
  }
  // All black would differ by 33.
  const mean = difference / (50 * DIGIT_BYTES);
  assert.ok(mean < 8, `they differ by ${mean} levels in the mean`);
});

/** Pixels of a digit enlarged in the middle of a sheet. */
const ENLARGED = 5;
const SHEET = { height: 240, width: 240, channels: 1 };

/** The ink of a digit drawn in the middle of the sheet, 0 to 1. */
function inkAt(digit: Uint8Array, x: number, y: number): number {
  const start = (SHEET.width - SEEN_SIDE * ENLARGED) / 2;
  const [column, row] = [x - start, y - start].map((place) => Math.floor(place / ENLARGED));
  const isInside = column !== undefined && column >= 0 && column < SEEN_SIDE;
  return isInside ? (digit[(row ?? -1) * SEEN_SIDE + column] ?? 0) / 255 : 0;
}

async function meanDifference(
  digit: Uint8Array,
  level: (x: number, y: number, ink: number) => number,
): Promise<number> {
  const see = async (paper: typeof level) => {
    const picture = draw(SHEET, (x, y) => paper(x, y, inkAt(digit, x, y)));
    return (await prepared(picture, SHEET.height, SHEET.width, 1)).seen;
  };
  const plain = await see((_x, _y, ink) => 230 - 200 * ink);
  const other = await see(level);
  return distances(plain, other).reduce((sum, distance) => sum + distance, 0) / DIGIT_BYTES;
}

async function meanOverDigits(level: (x: number, y: number, ink: number) => number) {
  const count = 20;
  let sum = 0;
  for (const digit of digits(count)) sum += await meanDifference(digit, level);
  return sum / count;
}

test('ink on paper that a lamp lights from one side is seen as on evenly lit paper', async () => {
  // From 240 at the left to 140 at the right, where the paper is darker than half-grey ink at the left.
  const difference = await meanOverDigits(
    (x, _y, ink) => (240 - (100 * x) / 240) * (1 - 0.87 * ink),
  );
  assert.ok(difference < 6, `they differ by ${difference} levels in the mean`);
});

test('a line along an edge of the picture is left out', async () => {
  const difference = await meanOverDigits((x, _y, ink) => (x < 6 ? 30 : 230 - 200 * ink));
  assert.ok(difference < 6, `they differ by ${difference} levels in the mean`);
});

test('a speck of dirt and the tail of a neighbour are left out', async () => {
  const difference = await meanOverDigits((x, y, ink) => {
    const isSpeck = Math.hypot(x - 25, y - 30) < 4;
    const isTail = x > 225 && y > 100 && y < 130;
    return isSpeck || isTail ? 60 : 230 - 200 * ink;
  });
  assert.ok(difference < 6, `they differ by ${difference} levels in the mean`);
});
