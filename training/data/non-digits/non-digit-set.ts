import type { Picture } from '../../../core/index.ts';
import { EVALUATION_TYPEFACES, letterGlyphs } from '../fonts/fonts.ts';
import { LEGIBLE_LOOKS, type Content } from '../looks/looks.ts';
import { Random } from '../random.ts';
import { blank } from '../transform/grey.ts';
import { weighted } from '../weighted.ts';
import { EVALUATION_KINDS, nonDigit } from './non-digits.ts';

/** The training's seeds come from its rounds and never are this one. */
const SEED = 0x6e6f7065;

const NO_DIGITS = { count: 0, pixels: new Uint8Array(), labels: new Uint8Array() };

/**
 * Pictures of what is no digit: the evaluation set. Its typefaces are not those of training. Picture number
 * n is the same for every count.
 */
export function* nonDigitSet(count = 2000): Generator<Picture> {
  const glyphs = letterGlyphs(EVALUATION_TYPEFACES);
  for (let number = 0; number < count; number += 1) {
    const random = new Random(SEED, number);
    const content: Content = {
      digit: nonDigit(EVALUATION_KINDS, { glyphs, digits: NO_DIGITS }, random),
      neighbour: blank({ width: 28, height: 28 }),
    };
    yield weighted(LEGIBLE_LOOKS, random).draw(content, random).picture;
  }
}
