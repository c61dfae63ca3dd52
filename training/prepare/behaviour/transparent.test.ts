import assert from 'node:assert/strict';
import test from 'node:test';
import { digits, draw, levelAt, meanDistance, prepared } from './prepared.ts';

interface Eight {
  readonly height: number;
  readonly width: number;
  /** Of the stroke, as a share of each loop's radius. */
  readonly breadth: number;
}

/** Whether an 8 of two loops, which fill its height and width, has ink at a pixel. */
function isInk({ height, width, breadth }: Eight, x: number, y: number): boolean {
  const [u, v] = [(2 * x + 1) / width - 1, (4 * y + 2) / height];
  const fromCentre = Math.hypot(u, v < 2 ? v - 1 : v - 3);
  return fromCentre <= 1 && fromCentre > 1 - breadth;
}

/** What is seen of it in the middle of an opaque white sheet, twice as high and wide. */
async function seenOnSheet(eight: Eight): Promise<Uint8Array> {
  const [left, top] = [eight.width >> 1, eight.height >> 1];
  const size = { height: 2 * eight.height, width: 2 * eight.width, channels: 1 };
  const picture = draw(size, (x, y) => (isInk(eight, x - left, y - top) ? 0 : 255));
  return (await prepared(picture, size)).seen;
}

// The ink has more of the picture than what is transparent: 59 to 75 %.
const EIGHTS: readonly Eight[] = [
  { height: 28, width: 17, breadth: 0.6 },
  { height: 28, width: 17, breadth: 0.7 },
  { height: 28, width: 28, breadth: 0.65 },
  { height: 28, width: 28, breadth: 0.75 },
  { height: 40, width: 24, breadth: 0.5 },
  { height: 40, width: 24, breadth: 0.65 },
  { height: 64, width: 48, breadth: 0.65 },
  { height: 64, width: 48, breadth: 0.75 },
  { height: 200, width: 150, breadth: 0.7 },
];

test('a fat 8 that fills a transparent picture is seen whole, in dark ink and in light', async () => {
  for (const eight of EIGHTS) {
    const { height, width, breadth } = eight;
    const onSheet = await seenOnSheet(eight);
    for (const channels of [2, 4]) {
      const size = { height, width, channels };
      const isAlpha = (channel: number) => channel === channels - 1;
      for (const ink of [0, 40, 215, 255]) {
        const picture = draw(size, (x, y, channel) =>
          isAlpha(channel) ? 255 * Number(isInk(eight, x, y)) : ink,
        );
        const { seen, found, box } = await prepared(picture, size);
        const what = `${height}x${width}x${channels}, ${breadth}, ink ${ink}`;
        assert.equal(found, 1, what);
        assert.deepEqual(box, Int32Array.of(0, 0, width, height), what);
        const distance = meanDistance(seen, onSheet);
        assert.ok(distance < 10, `${what}: they differ by ${distance} levels in the mean`);
      }
    }
  }
});

test('paper that was cut out of its picture is still paper', async () => {
  const [side, enlarged, margin] = [120, 2, 32];
  const size = { height: side, width: side, channels: 2 };
  const isOnDisc = (x: number, y: number) => Math.hypot(x - 59.5, y - 59.5) < 58;
  // On paper of 130, of 40 digits 12 are seen alike: the disc itself is then taken for ink.
  for (const [paper, ink] of [
    [240, 30],
    [200, 30],
    [170, 30],
  ] as const) {
    for (const [index, digit] of [...digits(20)].entries()) {
      const inkAt = (x: number, y: number) =>
        levelAt(digit, Math.floor((x - margin) / enlarged), Math.floor((y - margin) / enlarged));
      const level = (x: number, y: number) =>
        Math.round(paper + ((ink - paper) * inkAt(x, y)) / 255);
      const opaque = { ...size, channels: 1 };
      const whole = await prepared(draw(opaque, level), opaque);
      const cut = await prepared(
        draw(size, (x, y, channel) => (channel === 0 ? level(x, y) : 255 * Number(isOnDisc(x, y)))),
        size,
      );
      assert.equal(cut.found, 1, `digit ${index} on paper of ${paper}`);
      const distance = meanDistance(cut.seen, whole.seen);
      assert.ok(distance < 2, `digit ${index} on ${paper}: they differ by ${distance} in the mean`);
    }
  }
});
