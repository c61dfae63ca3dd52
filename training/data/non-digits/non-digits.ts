import type { Glyph } from '../fonts/fonts.ts';
import type { Digits } from '../mnist.ts';
import type { Random } from '../random.ts';
import { blank, type Grey } from '../transform/grey.ts';
import { weighted } from '../weighted.ts';
import { halfDigit, sideBySide, tangledDigits } from './broken-digits.ts';
import { hatching, lines, scribble } from './strokes.ts';
import { blobs, noise, texture } from './textures.ts';

/** What non-digits are made of. */
export interface Sources {
  /** That are no digits. */
  readonly glyphs: readonly Glyph[];
  /** To be cut and mixed up. */
  readonly digits: Digits;
}

export interface Kind {
  readonly share: number;
  /** 28x28, bright on black. */
  readonly draw: (sources: Sources, random: Random) => Grey;
}

const letter: Kind['draw'] = ({ glyphs }, random) =>
  glyphs[random.integer(0, glyphs.length - 1)]?.picture ?? nothing();

const nothing = () => blank({ width: 28, height: 28 });

/** For training. */
export const TRAINING_KINDS: readonly [Kind, ...Kind[]] = [
  { share: 40, draw: letter },
  { share: 12, draw: (_, random) => scribble(random) },
  { share: 4, draw: (_, random) => hatching(random) },
  { share: 8, draw: (_, random) => lines(random) },
  { share: 9, draw: ({ digits }, random) => halfDigit(digits, random) },
  { share: 6, draw: ({ digits }, random) => tangledDigits(digits, random) },
  { share: 4, draw: ({ digits }, random) => sideBySide(digits, random) },
  { share: 6, draw: (_, random) => blobs(random) },
  { share: 4, draw: (_, random) => noise(random) },
  { share: 5, draw: (_, random) => texture(random) },
  { share: 2, draw: nothing },
];

/** For evaluation: letters, scribbles, lines and texture, none of it from a digit. */
export const EVALUATION_KINDS: readonly [Kind, ...Kind[]] = [
  { share: 50, draw: letter },
  { share: 15, draw: (_, random) => scribble(random) },
  { share: 5, draw: (_, random) => hatching(random) },
  { share: 12, draw: (_, random) => lines(random) },
  { share: 6, draw: (_, random) => blobs(random) },
  { share: 4, draw: (_, random) => noise(random) },
  { share: 8, draw: (_, random) => texture(random) },
];

export function nonDigit(
  kinds: readonly [Kind, ...Kind[]],
  sources: Sources,
  random: Random,
): Grey {
  return weighted(kinds, random).draw(sources, random);
}
