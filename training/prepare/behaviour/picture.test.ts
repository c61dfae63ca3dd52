import assert from 'node:assert/strict';
import test from 'node:test';
import { SEEN_SIDE } from '../../../core/index.ts';
import { digits, distances, draw, levelAt, meanDistance, prepared } from './prepared.ts';

const MNIST = { height: SEEN_SIDE, width: SEEN_SIDE, channels: 1 };

test("MNIST's own pictures keep their place and size; at most a faint edge is lost", async () => {
  let alike = 0;
  for (const digit of digits(500)) {
    const { seen } = await prepared(digit, MNIST);
    if (meanDistance(seen, digit) < 3) alike += 1;
  }
  assert.ok(alike >= 475, `${alike} of 500`);
});

test('dark ink on light paper is seen like light ink on dark', async () => {
  let [alike, same] = [0, 0];
  for (const digit of digits(200)) {
    const dark = await prepared(digit, MNIST);
    const light = await prepared(
      digit.map((level) => 255 - level),
      MNIST,
    );
    assert.deepEqual([light.found, light.box], [dark.found, dark.box]);
    const furthest = Math.max(...distances(light.seen, dark.seen));
    // Halves are rounded up in both.
    alike += furthest <= 1 ? 1 : 0;
    same += furthest === 0 ? 1 : 0;
  }
  // Of 400, 397 are alike: the segmentation takes an edge of the others for paper in one of the two.
  assert.ok(alike >= 197 && same >= 196, `${alike} of 200 are alike, ${same} the same`);
});

test('1, 2, 3 and 4 channels of one picture are seen alike', async () => {
  for (const digit of digits(20)) {
    const grey = await prepared(digit, MNIST);
    for (const channels of [2, 3, 4]) {
      const isAlpha = (channel: number) => channels % 2 === 0 && channel === channels - 1;
      const size = { ...MNIST, channels };
      const picture = draw(size, (x, y, channel) =>
        isAlpha(channel) ? 255 : levelAt(digit, x, y),
      );
      assert.deepEqual(await prepared(picture, size), grey);
    }
  }
});

test('what is transparent is paper, whatever its colour; black and white ink on it are seen alike', async () => {
  for (const channels of [2, 4]) {
    for (const ink of [0, 255]) {
      for (const paper of [0, 255]) {
        const alike = await countAlike({ ...MNIST, channels }, ink, paper);
        // What is half transparent is rounded to another level, which moves a digit that lies between two pixels.
        assert.ok(alike >= 19, `${alike} of 20 with ink ${ink}`);
      }
    }
  }
});

/** Of 20 digits in the last channel alone, those seen as black ones on white. */
async function countAlike(size: typeof MNIST, ink: number, paper: number): Promise<number> {
  let alike = 0;
  for (const digit of digits(20)) {
    const opaque = await prepared(
      digit.map((level) => 255 - level),
      MNIST,
    );
    const transparent = draw(size, (x, y, channel) => {
      const level = levelAt(digit, x, y);
      if (channel === size.channels - 1) return level;
      return level > 0 ? ink : paper;
    });
    const { seen } = await prepared(transparent, size);
    // Alpha of 0 to 255 and grey of 0 to 255 are not quite the same scale.
    alike += distances(seen, opaque.seen).every((distance) => distance <= 2) ? 1 : 0;
  }
  return alike;
}

/** Parts of red, green and blue in the luma, ITU-R BT.601. */
const LUMA = [0.299, 0.587, 0.114];

/** The ink of this hue that is as light as grey paper, as strong as it can be. */
function inkAsLightAs(paper: number, hue: readonly number[]): number[] {
  const luma = hue.reduce((sum, part, channel) => sum + part * (LUMA[channel] ?? 0), 0);
  const offsets = hue.map((part) => part - luma);
  const room = offsets.map((offset) => (offset > 0 ? 255 - paper : paper) / Math.abs(offset));
  const strength = Math.min(...room);
  return offsets.map((offset) => Math.round(paper + strength * offset));
}

test('ink of any colour on paper of the same lightness is seen as black on white', async () => {
  const hues = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [1, 1, 0],
    [1, 0, 1],
    [0, 1, 1],
    [1, 0.5, 0],
    [0.5, 0, 1],
  ];
  for (const paper of [90, 128, 170]) {
    for (const hue of hues) {
      const ink = inkAsLightAs(paper, hue);
      const alike = await countAlikeInColour(paper, ink);
      // One digit lies between two pixels and may move by one.
      assert.ok(alike >= 9, `${alike} of 10 in ink ${ink.join()} on ${paper}`);
    }
  }
});

async function countAlikeInColour(paper: number, ink: readonly number[]): Promise<number> {
  let alike = 0;
  const size = { ...MNIST, channels: 3 };
  for (const digit of digits(10)) {
    const picture = draw(size, (x, y, channel) => {
      const share = levelAt(digit, x, y) / 255;
      return Math.round(paper + share * ((ink[channel] ?? 0) - paper));
    });
    const { seen, found } = await prepared(picture, size);
    assert.equal(found, 1, `ink ${ink.join()} on ${paper}`);
    alike += meanDistance(seen, (await prepared(digit, MNIST)).seen) < 1 ? 1 : 0;
  }
  return alike;
}
