import { inkExtent } from '../photograph/ink-extent.ts';
import { drawSegment } from '../photograph/segment.ts';
import type { Random } from '../random.ts';
import type { Grey } from '../transform/grey.ts';

/** What is fainter is no stroke, in levels. */
const INK = 100;

/** A bar needs room below the top, and a stem that stands alone, in pixels: by a hook it would make a 4 or a 9. */
const LEAST_HEIGHT = 16;
const WIDEST_STEM = 8;

/** Where the stem is looked at, from its top, as a share of the height. */
const STEM_FROM = 0.4;

/**
 * A copy of a 7 whose stem is crossed by a bar; the same where the stem has no room for one.
 *
 * @param seven 28x28, bright on black
 */
export function withCrossbar(seven: Grey, random: Random): Grey {
  const { top, height } = inkExtent(seven, INK);
  if (height < LEAST_HEIGHT || !hasStem(seven, top + Math.round(STEM_FROM * height))) return seven;
  const y = Math.round(top + random.between(0.45, 0.62) * height);
  const x = stemAt(seven, y) + random.between(-1, 1);
  const half = random.between(3, 6);
  const slope = random.between(-0.2, 0.1);
  const crossed = { ...seven, pixels: seven.pixels.slice() };
  drawSegment(crossed, {
    x0: x - half,
    y0: y + 0.5 - slope * half,
    x1: x + half,
    y1: y + 0.5 + slope * half,
    width: random.between(1.5, 2.8),
    level: 255,
  });
  return crossed;
}

/** Whether each row from `start` on has ink in one place only. */
function hasStem(seven: Grey, start: number): boolean {
  for (let y = start; y < seven.height; y += 1) {
    const [first, end] = inkedIn(seven, y);
    if (end - first > WIDEST_STEM) return false;
  }
  return true;
}

/** The middle of the ink in a row. */
function stemAt(seven: Grey, y: number): number {
  const [first, end] = inkedIn(seven, y);
  return (first + end) / 2;
}

/** From the first inked pixel of a row to after the last; its middle where there is none. */
function inkedIn({ pixels, width }: Grey, y: number): readonly [number, number] {
  const row = pixels.subarray(y * width, (y + 1) * width);
  const isInk = (level: number) => level >= INK;
  const first = row.findIndex(isInk);
  return first < 0 ? [width / 2, width / 2] : [first, row.findLastIndex(isInk) + 1];
}
