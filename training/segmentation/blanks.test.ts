import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../data/random.ts';
import { blankPicture } from './blanks.ts';

test('blank pictures are whole, of all sizes, and the same for the same seed', () => {
  const longest: number[] = [];
  let flat = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const picture = blankPicture(new Random(2, seed));
    assert.deepEqual(blankPicture(new Random(2, seed)), picture);
    const { pixels, width, height, channels } = picture;
    assert.equal(pixels.length, width * height * channels);
    assert.ok(Math.min(width, height) >= 12 && Math.max(width, height) <= 400);
    longest.push(Math.max(width, height));
    flat += new Set(pixels).size === 1 ? 1 : 0;
  }
  assert.ok(longest.filter((side) => side <= 28).length > 40);
  assert.ok(longest.filter((side) => side >= 128).length > 30);
  assert.ok(flat < 20, `${flat} are of one level`);
});
