import assert from 'node:assert/strict';
import test from 'node:test';
import { meanOverDigits, SHEET } from './sheet.ts';

/** In levels, in the mean. */
const ALIKE = 6;

/** Across the digit, the edge of a shadow costs more (16.1 at the most), but still less than a shift by a pixel. */
const NEARLY_ALIKE = 17;

/** Ink takes this share of the light that falls on the paper. */
const ABSORBED = 0.87;

/** Paper under light that differs from place to place. */
async function assertSeenUnder(
  light: (x: number, y: number) => number,
  alike = ALIKE,
): Promise<void> {
  const difference = await meanOverDigits((x, y, ink) => light(x, y) * (1 - ABSORBED * ink));
  assert.ok(difference < alike, `they differ by ${difference} levels in the mean`);
}

test('ink on paper that a lamp lights from one side is seen as on evenly lit paper', async () => {
  // From 240 at the left to 140 at the right, where the paper is darker than half-grey ink at the left.
  await assertSeenUnder((x) => 240 - (100 * x) / SHEET.width);
});

test('the soft edge of a shadow leaves a digit beside it alone, and one across nearly', async () => {
  const shadow = (middle: number) => (x: number) =>
    240 - 90 * Math.max(0, Math.min(1, (x - middle) / 60 + 0.5));
  await assertSeenUnder(shadow(30));
  await assertSeenUnder(shadow(120), NEARLY_ALIKE);
});

test('the hard edge of a shadow leaves a digit beside it alone, and one across nearly', async () => {
  const upright = (edge: number) => (x: number) => (x < edge ? 150 : 240);
  const slanted = (edge: number) => (x: number, y: number) => (x + 0.4 * y < edge ? 150 : 240);
  for (const shadow of [upright(30), upright(60)]) await assertSeenUnder(shadow, 1);
  await assertSeenUnder(slanted(78), 3);
  for (const shadow of [upright(121), slanted(169)]) await assertSeenUnder(shadow, NEARLY_ALIKE);
});
