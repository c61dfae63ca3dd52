import { mapLevels, type Grey } from './grey.ts';

const MIDDLE = 127.5;

/** Spreads the levels about the middle of the range by `factor`; below 1 is less contrast. */
export function contrast(picture: Grey, factor: number): Grey {
  return mapLevels(picture, (level) => MIDDLE + (level - MIDDLE) * factor);
}
