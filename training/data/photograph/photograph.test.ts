import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import type { Picture } from '../../../core/index.ts';
import { UNCERTAIN } from '../looks/drawn.ts';
import { digitAt, loadMnist } from '../mnist.ts';
import { Random } from '../random.ts';
import { blank, type Grey } from '../transform/grey.ts';
import { upsample } from '../transform/upsample.ts';
import { overEdge } from './cut-off.ts';
import { distances } from './distance.ts';
import { photographedSet } from './index.ts';
import { inkExtent, type Box } from './ink-extent.ts';
import { drawNeighbour, drawTouchingLine } from './marks.ts';
import { photograph, gridCell, NO_RARITIES, type Studio } from './photograph.ts';
import { sceneWith } from './scene.ts';
import { drawSegment } from './segment.ts';
import { skeleton } from './skeleton.ts';
import { written } from './writing.ts';

const digits = await loadMnist('train');

const STUDIO: Studio = {
  longSide: [60, 300],
  leastAspect: 0.7,
  tilt: 1,
  leastInk: 16,
  coloured: 0.5,
  withAlpha: 0.5,
  ...NO_RARITIES,
};

function shots(count: number, take: typeof photograph, studio = STUDIO) {
  return Array.from({ length: count }, (_, number) => {
    const subject = { digit: digitAt(digits, number), neighbour: digitAt(digits, number + 1) };
    return take(subject, studio, new Random(7, number));
  });
}

/** The levels of the pictures's first channel within a part, from dark to light. */
function levelsWithin({ pixels, width, channels }: Picture, part: Box): number[] {
  const levels = [];
  for (let y = part.top; y < part.top + part.height; y += 1) {
    for (let x = part.left; x < part.left + part.width; x += 1) {
      levels.push(pixels[(y * width + x) * channels] ?? NaN);
    }
  }
  return levels.sort((a, b) => a - b);
}

test('the set is the same each time, its pictures are of the sizes and labels promised', () => {
  const count = 24;
  const pictures = [...photographedSet(digits, count)];
  assert.deepEqual([...photographedSet(digits, count)], pictures);
  assert.equal(pictures.length, count);
  assert.deepEqual(
    pictures.map(({ label }) => label),
    [...digits.labels.subarray(0, count)],
  );
  for (const { picture } of pictures) {
    const { pixels, width, height, channels } = picture;
    assert.equal(pixels.length, width * height * channels);
    assert.ok(Math.max(width, height) <= 1000 && Math.max(width, height) >= 8);
  }
  const kinds = new Set(pictures.map(({ picture }) => picture.channels));
  assert.deepEqual([...kinds].sort(), [1, 2, 3, 4]);
});

/** Of the first pictures of MNIST's training digits: figures are comparable only while it stays the same. */
const PHOTOGRAPHED = '926d8428e18a8e37';

test('the set is the one that models since 0.7.0 were measured on', () => {
  const hash = createHash('sha256');
  for (const { picture } of photographedSet(digits, 100)) {
    const { pixels, width, height, channels } = picture;
    hash.update(`${width} ${height} ${channels}`).update(pixels);
  }
  assert.equal(hash.digest('hex').slice(0, 16), PHOTOGRAPHED);
});

test('a picture of the set is the same however many are asked for, and another for another seed', () => {
  const [first] = photographedSet(digits, 1);
  assert.deepEqual(photographedSet(digits, 3).next().value, first);
  const [other] = photographedSet(digits, 1, 5);
  assert.notDeepEqual(other?.picture, first?.picture);
});

for (const take of [photograph, gridCell]) {
  test(`a ${take === photograph ? 'photographed' : 'cropped'} digit is where the generator says`, () => {
    for (const { picture, box } of shots(60, take)) {
      assert.ok(box.left >= 0 && box.top >= 0);
      assert.ok(box.left + box.width <= picture.width);
      assert.ok(box.top + box.height <= picture.height);
      assert.ok(Math.max(box.width, box.height) >= STUDIO.leastInk * 0.7);
      // Ink and paper differ inside the box.
      const levels = levelsWithin(picture, box);
      const [dark = 0, light = 0] = [levels[Math.floor(levels.length * 0.05)], levels.at(-3)];
      assert.ok(light - dark >= 25, `${dark} to ${light}`);
    }
  });
}

for (const take of [photograph, gridCell]) {
  test(`where frames cut, every ${take === photograph ? 'photographed' : 'cropped'} digit reaches one`, () => {
    for (const { picture, box } of shots(60, take, { ...STUDIO, cutOff: 1 })) {
      const { left, top, width, height } = box;
      assert.ok(left >= 0 && left + width <= picture.width);
      assert.ok(top >= 0 && top + height <= picture.height);
      const free = [left, top, picture.width - left - width, picture.height - top - height];
      assert.equal(Math.min(...free), 0);
    }
  });
}

test('a frame cuts off at most 8 % of a digit and a tenth of its ink', () => {
  const frame = { width: 200, height: 160 };
  const ink = ({ pixels }: Grey) => pixels.reduce((sum, level) => sum + level, 0);
  let cut = 0;
  for (let index = 0; index < 100; index += 1) {
    const random = new Random(index);
    const layer = written(digitAt(digits, index), 100, random);
    const { left, top } = overEdge(layer, frame, { left: 20, top: 20 }, random);
    const scene = sceneWith(layer, frame, left, top);
    assert.ok(scene.box.width >= 0.92 * layer.width - 0.5);
    assert.ok(scene.box.height >= 0.92 * layer.height - 0.5);
    assert.ok(ink(scene.ink) >= 0.9 * ink(layer));
    if (ink(scene.ink) < ink(layer)) cut += 1;
  }
  assert.ok(cut > 70, `${cut}`);
});

test('a frame leaves a 7 its bar, however thin the pen', () => {
  const seven = blank({ width: 60, height: 100 });
  const pen = { width: 3, level: 255 };
  drawSegment(seven, { ...pen, x0: 2, y0: 2, x1: 58, y1: 2 });
  drawSegment(seven, { ...pen, x0: 58, y0: 2, x1: 20, y1: 98 });
  for (let seed = 0; seed < 50; seed += 1) {
    const place = overEdge(seven, seven, { left: 0, top: 0 }, new Random(seed));
    assert.ok(place.top >= -1, `${place.top}`);
  }
});

test("a neighbour's ink is not the digit's", () => {
  const scene = sceneWith(blank({ width: 20, height: 30 }, 255), { width: 90, height: 80 }, 35, 25);
  const own = scene.digit.pixels.slice();
  for (let seed = 0; seed < 4; seed += 1) {
    drawNeighbour(scene, blank({ width: 20, height: 30 }, 255), new Random(seed));
  }
  assert.deepEqual(scene.digit.pixels, own);
  assert.deepEqual(inkExtent(scene.digit, 1), scene.box);
  assert.ok(inkExtent(scene.ink, 1).width > scene.box.width);
});

test('where a neighbour reaches in, the ink is uncertain', () => {
  const uncertain = shots(60, gridCell).map(
    ({ ink }) => ink.pixels.filter((cover) => cover === UNCERTAIN).length,
  );
  // Edges of the digit have that cover here and there.
  const reached = uncertain.filter((pixels) => pixels > 20).length;
  assert.ok(reached >= 4 && reached <= 20, `${reached} of 60`);
});

test("a line that touches a digit goes through its end, at the frame's nearest side", () => {
  const digit = blank({ width: 40, height: 60 }, 255);
  for (let seed = 0; seed < 50; seed += 1) {
    // It ends 5 pixels above the frame.
    const scene = sceneWith(digit, { width: 120, height: 100 }, 60, 35);
    drawTouchingLine(scene, new Random(seed));
    const line = inkExtent(scene.print, 1);
    assert.equal(line.width, 120);
    assert.ok(line.top > 95 - 0.1 * 60 - 5 && line.top <= 95, `${line.top}`);
  }
});

/** How many parts the pixels from `threshold` on fall into; corners hold together. */
function parts({ pixels, width }: Grey, threshold: number): number {
  const left = new Set([...pixels.keys()].filter((index) => (pixels[index] ?? 0) >= threshold));
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  let count = 0;
  for (const first of left) {
    count += 1;
    const reached = [first];
    left.delete(first);
    for (let index = reached.pop(); index !== undefined; index = reached.pop()) {
      for (const step of around) if (left.delete(index + step)) reached.push(index + step);
    }
  }
  return count;
}

test("a skeleton falls into as many parts as the digit's strokes", () => {
  for (let index = 0; index < 50; index += 1) {
    const strokes = upsample(digitAt(digits, index), 2);
    assert.equal(parts(skeleton(strokes, 100), 1), parts(strokes, 100));
  }
});

test('a skeleton is a line one pixel wide in the middle', () => {
  const bar = blank({ width: 40, height: 20 });
  drawSegment(bar, { x0: 8, y0: 10, x1: 32, y1: 10, width: 7, level: 255 });
  const line = skeleton(bar, 128);
  const { top, height, left, width } = inkExtent(line, 1);
  assert.equal(height, 1);
  assert.ok(Math.abs(top - 10) <= 1);
  assert.ok(left >= 5 && left <= 11 && width >= 18);
});

test('distances are those to the nearest pixel, at most 8 % too far', () => {
  const points = blank({ width: 30, height: 30 });
  const places = [
    [4, 5],
    [22, 17],
  ] as const;
  for (const [x, y] of places) points.pixels[y * 30 + x] = 1;
  distances(points).forEach((far, index) => {
    const [x, y] = [index % 30, Math.floor(index / 30)];
    const nearest = Math.min(...places.map(([px, py]) => Math.hypot(px - x, py - y)));
    assert.ok(far >= nearest - 1e-4 && far <= nearest * 1.083, `${far} for ${nearest}`);
  });
});

test('a segment covers its length times its width', () => {
  const layer = blank({ width: 60, height: 60 });
  drawSegment(layer, { x0: 10.3, y0: 12.1, x1: 45.2, y1: 48.6, width: 3, level: 255 });
  const area = layer.pixels.reduce((sum, level) => sum + level / 255, 0);
  const wanted = Math.hypot(34.9, 36.5) * 3 + Math.PI * 1.5 ** 2;
  assert.ok(Math.abs(area / wanted - 1) < 0.05, `${area} for ${wanted}`);
});
