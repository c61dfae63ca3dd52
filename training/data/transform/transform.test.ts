import assert from 'node:assert/strict';
import test from 'node:test';
import { DIGIT_BYTES, loadMnist } from '../mnist.ts';
import { Random } from '../random.ts';
import { chain, inverse, rotation, scaling, translation } from './affine.ts';
import { elasticDisplacement } from './displacement.ts';
import { blank, mapLevels, negative } from './grey.ts';
import {
  addNoise,
  blur,
  contrast,
  jpegLoss,
  rotate,
  scale,
  strokeWidth,
  type Grey,
} from './index.ts';
import { areaAverage, bricks } from './resize.ts';
import { upsample } from './upsample.ts';
import { warp } from './warp.ts';

const { pixels } = await loadMnist('train');

function digit(index: number): Grey {
  return {
    pixels: pixels.subarray(index * DIGIT_BYTES, (index + 1) * DIGIT_BYTES),
    width: 28,
    height: 28,
  };
}

function sum(picture: Grey): number {
  return picture.pixels.reduce((total, level) => total + level, 0);
}

function meanDistance(a: Grey, b: Grey): number {
  const distances = a.pixels.map((level, index) => Math.abs(level - (b.pixels[index] ?? NaN)));
  return distances.reduce((total, distance) => total + distance, 0) / a.pixels.length;
}

/** A bright upright bar of the given width in the middle of 28x28. */
function bar(width: number): Grey {
  const picture = blank({ width: 28, height: 28 });
  for (let y = 0; y < 28; y += 1) picture.pixels.fill(255, y * 28 + 10, y * 28 + 10 + width);
  return picture;
}

test('nothing changes a picture that is asked to do nothing', () => {
  const picture = digit(0);
  for (const same of [
    rotate(picture, 0),
    scale(picture, 1),
    addNoise(picture, 0, 1),
    blur(picture, 0),
    contrast(picture, 1),
    strokeWidth(picture, 0),
    negative(negative(picture)),
    areaAverage(picture, picture),
  ]) {
    assert.deepEqual(same.pixels, picture.pixels);
  }
});

test('a quarter turn moves every pixel to its place, counter-clockwise', () => {
  const picture = digit(3);
  const turned = rotate(picture, 90);
  for (let y = 0; y < 28; y += 1) {
    for (let x = 0; x < 28; x += 1) {
      assert.equal(turned.pixels[(27 - x) * 28 + y], picture.pixels[y * 28 + x]);
    }
  }
});

test('a picture made half as large has a quarter of the ink', () => {
  for (let index = 0; index < 20; index += 1) {
    const share = sum(scale(digit(index), 0.5)) / sum(digit(index));
    assert.ok(Math.abs(share - 0.25) < 0.03, `${share}`);
  }
});

test('a stroke becomes as much wider or thinner as was asked', () => {
  for (const delta of [-3, -2, -1.5, -0.6, 0.5, 1, 2.6, 4]) {
    const inkPerRow = sum(strokeWidth(bar(5), delta)) / (28 * 255);
    assert.ok(Math.abs(inkPerRow - (5 + delta)) < 0.01, `${delta}: ${inkPerRow}`);
  }
});

test('noise has the deviation asked for, no bias, and depends on the seed', () => {
  const flat = blank({ width: 200, height: 200 }, 128);
  const noisy = addNoise(flat, 20, 5);
  const count = noisy.pixels.length;
  const mean = sum(noisy) / count;
  const variance = noisy.pixels.reduce((total, level) => total + (level - mean) ** 2, 0) / count;
  assert.ok(Math.abs(mean - 128) < 0.5, `${mean}`);
  assert.ok(Math.abs(Math.sqrt(variance) - 20) < 0.5, `${variance}`);
  assert.deepEqual(addNoise(flat, 20, 5), noisy);
  assert.notDeepEqual(addNoise(flat, 20, 6), noisy);
});

test('blur spreads a point as wide as asked and keeps its light', () => {
  const sigma = 2;
  const sharp = blank({ width: 41, height: 41 });
  // A block of 3x3, for levels that rounding doesn't spoil; its own variance is 2/3.
  for (const y of [19, 20, 21]) sharp.pixels.fill(255, y * 41 + 19, y * 41 + 22);
  const blurred = blur(sharp, sigma);
  let spread = 0;
  blurred.pixels.forEach((level, index) => (spread += level * ((index % 41) - 20) ** 2));
  const variance = spread / sum(blurred);
  assert.ok(Math.abs(variance - sigma ** 2 - 2 / 3) < 0.2, `${variance}`);
  assert.ok(Math.abs(sum(blurred) / sum(sharp) - 1) < 0.02);
});

test('contrast spreads levels about the middle, and clamps', () => {
  const ramp = mapLevels(
    { pixels: Uint8Array.of(0, 100, 128, 255), width: 4, height: 1 },
    (x) => x,
  );
  assert.deepEqual([...contrast(ramp, 0.5).pixels], [64, 114, 128, 191]);
  assert.deepEqual([...contrast(ramp, 3).pixels], [0, 45, 129, 255]);
});

test('JPEG loses more at a lower quality, nothing to speak of at 100, at any size', () => {
  const picture = areaAverage(bricks(digit(1), { width: 84, height: 84 }), {
    width: 61,
    height: 35,
  });
  const loss = [100, 75, 40, 10].map((quality) =>
    meanDistance(jpegLoss(picture, quality), picture),
  );
  assert.ok((loss[0] ?? NaN) < 0.5, String(loss));
  assert.deepEqual(
    loss,
    loss.toSorted((a, b) => a - b),
  );
  assert.ok((loss[3] ?? NaN) > 4, String(loss));
});

test('upsampled pictures average back nearly to themselves', () => {
  for (const factor of [2, 4]) {
    for (let index = 0; index < 20; index += 1) {
      const back = areaAverage(upsample(digit(index), factor), { width: 28, height: 28 });
      // Overshooting levels are clamped; one pixel off would be 20.
      const distance = meanDistance(back, digit(index));
      assert.ok(distance < 5, `${distance}`);
    }
  }
});

test('between pixels a warp takes from all four as much as is near', () => {
  const slope = blank({ width: 20, height: 20 });
  slope.pixels.forEach((_, index) => {
    slope.pixels[index] = 8 * (index % 20) + 2 * Math.floor(index / 20);
  });
  const moved = warp(slope, { width: 19, height: 19 }, translation(0.75, 0.5));
  moved.pixels.forEach((level, index) => {
    assert.equal(level, 8 * (index % 19) + 6 + 2 * Math.floor(index / 19) + 1);
  });
});

test('a warp and its inverse bring a picture back', () => {
  const map = chain(translation(-56, -56), rotation(25), scaling(0.5), translation(28, 28));
  const picture = upsample(digit(7), 2);
  const there = warp(picture, { width: 112, height: 112 }, map);
  const back = warp(there, picture, inverse(map));
  assert.ok(meanDistance(back, picture) < 6, `${meanDistance(back, picture)}`);
});

test('an elastic deformation is the same for the same seed and keeps the ink about as it was', () => {
  const picture = digit(2);
  const deformed = (seed: number) =>
    warp(picture, picture, scaling(1), elasticDisplacement(new Random(seed), 0.04));
  assert.deepEqual(deformed(1), deformed(1));
  assert.notDeepEqual(deformed(1), deformed(2));
  assert.ok(Math.abs(sum(deformed(1)) / sum(picture) - 1) < 0.3);
});
