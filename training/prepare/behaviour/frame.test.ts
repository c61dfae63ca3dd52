import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../../data/random.ts';
import { digits, draw, extent, isNear, levelAt, prepared } from './prepared.ts';

/** A large picture; digits are a fifth of its height. */
const SIZE = { height: 600, width: 800, channels: 1 };
const ENLARGED = 6;

/** Two cells of the 128 along a side. */
const TOLERANCE = 13;

/** A camera's noise in poor light. */
const DEVIATION = 12;

/** Where a digit begins, in pixels, so that its ink touches two sides of the frame. */
function cornered(ink: ReturnType<typeof extent>, isRight: boolean, isBottom: boolean) {
  return {
    left: isRight ? SIZE.width - (ink.x + ink.width) * ENLARGED : -ink.x * ENLARGED,
    top: isBottom ? SIZE.height - (ink.y + ink.height) * ENLARGED : -ink.y * ENLARGED,
  };
}

for (const { look, paper, contrast } of [
  { look: 'dark on light', paper: 215, contrast: -170 },
  { look: 'light on dark', paper: 40, contrast: 170 },
]) {
  test(`a digit that touches the frame in a corner of a large noisy picture is found, ${look}`, async () => {
    let near = 0;
    for (const [index, digit] of [...digits(20)].entries()) {
      const ink = extent(digit);
      const { left, top } = cornered(ink, index % 2 === 1, index % 4 > 1);
      const random = new Random(40, index);
      const inkAt = (x: number, y: number) =>
        levelAt(digit, Math.floor((x - left) / ENLARGED), Math.floor((y - top) / ENLARGED)) / 255;
      const picture = draw(SIZE, (x, y) => {
        const level = paper + contrast * inkAt(x, y) + random.normal(DEVIATION);
        return Math.max(0, Math.min(255, Math.round(level)));
      });
      const { box, found } = await prepared(picture, SIZE);
      const place = [left + ENLARGED * ink.x, top + ENLARGED * ink.y];
      const expected = [...place, ENLARGED * ink.width, ENLARGED * ink.height];
      near += found === 1 && isNear(box, expected, TOLERANCE) ? 1 : 0;
    }
    // Of 20 on light paper 17, on dark 16.
    assert.ok(near >= 16, `${near} of 20`);
  });
}
