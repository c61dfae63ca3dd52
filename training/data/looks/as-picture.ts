import type { Picture } from '../../../core/index.ts';
import type { Random } from '../random.ts';
import { negative, type Grey } from '../transform/grey.ts';
import { interleaved } from '../photograph/camera.ts';

/** Share of the pictures of one colour that have an alpha channel, and whose ink alone is opaque. */
const WITH_ALPHA = 0.05;
const TRANSPARENT = 0.03;
const COLOURED = 0.05;

/** A picture that shows this one in some format: light on dark or dark on light, 1 to 4 channels. */
export function asPicture(inked: Grey, random: Random): Picture {
  if (random.chance(TRANSPARENT)) return transparent(inked, random);
  const plane = random.chance(0.5) ? inked : negative(inked);
  const planes = random.chance(COLOURED) ? [plane, plane, plane] : [plane];
  return interleaved(planes, random.chance(WITH_ALPHA));
}

/** Share of the transparent pictures that are meant for a dark ground. */
const LIGHT_INK = 0.4;

/** Dark or light ink on nothing: what is not inked is transparent. */
export function transparent(inked: Grey, random: Random): Picture {
  const isColoured = random.chance(0.7);
  const [least, most] = random.chance(LIGHT_INK) ? [190, 255] : [0, 70];
  const levels = Array.from({ length: isColoured ? 3 : 1 }, () => random.integer(least, most));
  const picture = interleaved(
    levels.map((level) => ({ ...inked, pixels: new Uint8Array(inked.pixels.length).fill(level) })),
    true,
  );
  for (const [index, cover] of inked.pixels.entries()) {
    picture.pixels[(index + 1) * picture.channels - 1] = cover;
  }
  return picture;
}
