import type { Random } from '../random.ts';
import { blur } from '../transform/blur.ts';
import { mapLevels, type Grey } from '../transform/grey.ts';
import { jpegLoss } from '../transform/jpeg.ts';
import { addNoise } from '../transform/noise.ts';

/** Spoiled in one or several ways: blur, low contrast, noise, JPEG. */
export function degraded(picture: Grey, random: Random): Grey {
  let spoiled = picture;
  if (random.chance(0.4)) spoiled = blur(spoiled, random.between(0.3, 0.032 * picture.width));
  if (random.chance(0.5)) spoiled = pale(spoiled, random);
  if (random.chance(0.5)) spoiled = addNoise(spoiled, random.between(2, 14), random.seed());
  if (random.chance(0.4)) spoiled = jpegLoss(spoiled, random.integer(25, 90));
  return spoiled;
}

/** Levels between two others, at least 90 apart. */
function pale(picture: Grey, random: Random): Grey {
  const dark = random.between(0, 150);
  const light = random.between(dark + 90, 255);
  return mapLevels(picture, (level) => dark + ((light - dark) * level) / 255);
}
