import { SEEN_SIDE } from '../../../core/index.ts';
import { digits, draw, levelAt, meanDistance, prepared } from './prepared.ts';

/** A sheet of paper with a digit in the middle, enlarged. */
export const SHEET = { height: 240, width: 240, channels: 1 };
const ENLARGED = 5;

/** A pixel's level for the digit's ink there, 0 to 1. */
type Level = (x: number, y: number, ink: number) => number;

/** Ink on evenly lit paper. */
export function plainly(ink: number): number {
  return 230 - 200 * ink;
}

/** How far what is seen of a sheet is from what is seen on plain paper, in the mean over digits. */
export async function meanOverDigits(level: Level): Promise<number> {
  const count = 20;
  let sum = 0;
  for (const digit of digits(count)) {
    const plain = await seenOn(digit, (_x, _y, ink) => plainly(ink));
    sum += meanDistance(plain, await seenOn(digit, level));
  }
  return sum / count;
}

async function seenOn(digit: Uint8Array, level: Level): Promise<Uint8Array> {
  const picture = draw(SHEET, (x, y) => level(x, y, inkAt(digit, x, y)));
  return (await prepared(picture, SHEET)).seen;
}

function inkAt(digit: Uint8Array, x: number, y: number): number {
  const start = (SHEET.width - SEEN_SIDE * ENLARGED) / 2;
  const place = (on: number) => Math.floor((on - start) / ENLARGED);
  return levelAt(digit, place(x), place(y)) / 255;
}
