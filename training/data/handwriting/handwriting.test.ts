import assert from 'node:assert/strict';
import test from 'node:test';
import { HANDWRITTEN_LOOKS, LOOKS } from '../looks/looks.ts';
import { digitAt, loadMnist } from '../mnist.ts';
import { inkExtent } from '../photograph/ink-extent.ts';
import { Random } from '../random.ts';
import { blank } from '../transform/grey.ts';
import { ALLOGRAPHS, type Allograph } from './allographs.ts';
import { withCrossbar } from './crossbar.ts';
import { BROADEST_PEN, drawnBy, randomHand } from './hand.ts';
import { drawAllograph, handwrittenDigit } from './handwritten-digit.ts';
import { parseStroke, traced } from './stroke.ts';

const HANDS = 40;

test('each digit has at least three allographs, whose shares add up to all', () => {
  for (let digit = 0; digit <= 9; digit += 1) {
    const own = ALLOGRAPHS.filter((allograph) => allograph.digit === digit);
    assert.ok(own.length >= 3);
    assert.equal(
      own.reduce((sum, { share }) => sum + share, 0),
      100,
      `${digit}`,
    );
  }
});

test("every allograph is as large as MNIST's digits and in the middle, and each hand's its own", () => {
  for (const allograph of ALLOGRAPHS) {
    const name = `${allograph.digit}, ${allograph.name}`;
    const pictures = Array.from({ length: HANDS }, (_, seed) =>
      drawAllograph(allograph, new Random(seed)),
    );
    for (const picture of pictures) {
      const { left, top, width, height } = inkExtent(picture, 100);
      assert.ok(Math.abs(Math.max(width, height) - 20) <= 1, `${name}: ${width} by ${height}`);
      assert.ok(Math.abs(left + width / 2 - 14) <= 1 && Math.abs(top + height / 2 - 14) <= 1, name);
    }
    assert.equal(new Set(pictures.map(({ pixels }) => pixels.join())).size, HANDS, name);
  }
});

test('a handwritten digit is the same for the same seed; 1s come most often, then 7s, the rest alike', () => {
  const counts = new Array<number>(10).fill(0);
  for (let seed = 0; seed < 2000; seed += 1) {
    const digit = handwrittenDigit(new Random(seed));
    if (seed < 20) assert.deepEqual(handwrittenDigit(new Random(seed)), digit);
    counts[digit.label] = (counts[digit.label] ?? 0) + 1;
  }
  const [ones = 0, sevens = 0] = [counts[1], counts[7]];
  const others = counts.filter((_, digit) => digit !== 1 && digit !== 7);
  assert.ok(Math.min(...others) > 130 && Math.max(...others) < 230, counts.join());
  assert.ok(ones > sevens && sevens > Math.max(...others), counts.join());
});

test('every look shows the ink of a handwritten digit', () => {
  const neighbour = blank({ width: 28, height: 28 });
  for (const { draw } of [...LOOKS, ...HANDWRITTEN_LOOKS]) {
    for (let seed = 0; seed < 25; seed += 1) {
      const random = new Random(5, seed);
      const { picture } = draw({ digit: handwrittenDigit(random).picture, neighbour }, random);
      const levels = picture.pixels.toSorted();
      assert.ok((levels.at(-1) ?? 0) - (levels[0] ?? 0) > 20);
    }
  }
});

/** How steeply each hand's first stroke goes from its start to its corner: rise over run. */
function slopes(digit: number, isMeant: (name: string) => boolean): number[] {
  return ALLOGRAPHS.filter((of) => of.digit === digit && isMeant(of.name)).flatMap((allograph) =>
    Array.from({ length: HANDS }, (_, seed) => {
      const random = new Random(seed);
      const [line = []] = drawnBy(randomHand(random), allograph, random);
      const [start = { x: NaN, y: NaN }, ...others] = line;
      const rightOf = others.filter(({ x }) => x > start.x + 0.15);
      const corner = rightOf.reduce((most, point) => (point.y < most.y ? point : most));
      return (start.y - corner.y) / (corner.x - start.x);
    }),
  );
}

test("a 1's flag slopes up to its stem, a 7's bar lies nearly flat", () => {
  const flags = slopes(1, (name) => name.startsWith('flag') || name === 'long flag');
  const bars = slopes(7, (name) => name === 'plain' || name === 'crossbar');
  assert.ok(
    flags.every((slope) => slope > 0.4),
    `${Math.min(...flags)}`,
  );
  assert.ok(
    bars.every((slope) => Math.abs(slope) < 0.35),
    `${Math.max(...bars)}`,
  );
});

test('a stroke goes through its knots, straight where its roundness is 0', () => {
  const stroke = parseStroke('0,0 100,0 100,100^ 0,100');
  for (const roundness of [0, 0.33]) {
    const line = traced(stroke, roundness);
    for (const { x, y } of stroke) assert.ok(line.some((point) => point.x === x && point.y === y));
    const bulge = Math.min(...line.map(({ y }) => y));
    assert.equal(bulge < 0, roundness > 0);
  }
  assert.throws(() => parseStroke('0,0 1'), /"x,y" or "x,y\^", not "1"/);
});

test('a crossbar crosses the stem of most sevens and leaves the rest as it was', async () => {
  const digits = await loadMnist('train');
  const sevens = [...digits.labels.subarray(0, 500).keys()].filter((at) => digits.labels[at] === 7);
  const added = sevens.map((index) => {
    const seven = digitAt(digits, index);
    const before = seven.pixels.slice();
    const crossed = withCrossbar(seven, new Random(index));
    assert.deepEqual(seven.pixels, before);
    assert.ok(crossed.pixels.every((level, at) => level >= (before[at] ?? 0)));
    return crossed.pixels.filter((level, at) => level > (before[at] ?? 0) + 100).length;
  });
  assert.ok(Math.max(...added) < 40);
  // Those with a long hook or a bar of their own stay as they are.
  assert.ok(added.filter((pixels) => pixels >= 5).length > 0.6 * added.length, added.join());
});

test('a shape with tiny loops is drawn with fine pens alone', () => {
  const fine = ALLOGRAPHS.filter(({ broadestPen }) => broadestPen < BROADEST_PEN);
  assert.ok(fine.length > 0);
  const heaviest = (allograph: Allograph) =>
    Math.max(...Array.from({ length: HANDS }, (_, seed) => inkOf(allograph, seed)));
  for (const allograph of fine) {
    const share = heaviest(allograph) / heaviest({ ...allograph, broadestPen: BROADEST_PEN });
    assert.ok(share < 0.85, `${allograph.digit}, ${allograph.name}: ${share}`);
  }
});

function inkOf(allograph: Allograph, seed: number): number {
  return drawAllograph(allograph, new Random(seed)).pixels.reduce((sum, level) => sum + level, 0);
}
