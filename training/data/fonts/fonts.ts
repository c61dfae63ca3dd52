import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';
import type { Grey } from '../transform/grey.ts';
import { polygons } from './outline.ts';
import { rasterise } from './rasterise.ts';

/** A typeface of the npm scope `@fontsource`, all under the SIL Open Font License or Apache 2.0. */
interface Typeface {
  readonly name: string;
  readonly isHandwriting: boolean;
}

const printed = (name: string): Typeface => ({ name, isHandwriting: false });
const handwriting = (name: string): Typeface => ({ name, isHandwriting: true });

/** Those for training; evaluation has others, so that no glyph is known. */
export const TRAINING_TYPEFACES: readonly Typeface[] = [
  printed('lato'),
  printed('open-sans'),
  printed('crimson-text'),
  printed('roboto-slab'),
  printed('courier-prime'),
  printed('source-code-pro'),
  handwriting('handlee'),
  handwriting('architects-daughter'),
  handwriting('coming-soon'),
  handwriting('indie-flower'),
  handwriting('patrick-hand'),
  handwriting('shadows-into-light'),
];

export const EVALUATION_TYPEFACES: readonly Typeface[] = [
  printed('poppins'),
  printed('pt-serif'),
  printed('inconsolata'),
  handwriting('kalam'),
  handwriting('gochi-hand'),
];

/** Letters and signs that no one takes for a digit, in printed and in handwritten typefaces. */
const PRINTED_NO_DIGITS = 'AEFHKLMNPRTVWXdefhkmnprtvwx@#%+=*~{}<>^€£';
const HANDWRITTEN_NO_DIGITS = 'AEFHKMNPRWXdkmnpwx@#%+=*~{}<>';

const DIGITS = '0123456789';

/** A character of a typeface; drawn when it is first looked at. */
export class Glyph {
  readonly character: string;
  readonly #font: Font;
  #picture: Grey | undefined;

  constructor(font: Font, character: string) {
    this.#font = font;
    this.character = character;
  }

  /** 28x28, bright on black. */
  get picture(): Grey {
    return (this.#picture ??= rasterise(polygons(this.#glyph().path.commands)));
  }

  #glyph() {
    return this.#font.glyphForCodePoint(codePointOf(this.character));
  }
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Letters and signs that are no digits, of all the typefaces. */
export function letterGlyphs(typefaces: readonly Typeface[]): Glyph[] {
  return typefaces.flatMap((typeface) =>
    glyphs(typeface, typeface.isHandwriting ? HANDWRITTEN_NO_DIGITS : PRINTED_NO_DIGITS),
  );
}

/** The ten digits of all the typefaces. */
export function digitGlyphs(typefaces: readonly Typeface[]): Glyph[] {
  return typefaces.flatMap((typeface) => glyphs(typeface, DIGITS));
}

function glyphs({ name }: Typeface, characters: string): Glyph[] {
  const font = openFont(name);
  return Array.from(characters)
    .filter((character) => font.hasGlyphForCodePoint(codePointOf(character)))
    .map((character) => new Glyph(font, character));
}

function openFont(name: string): Font {
  const path = `@fontsource/${name}/files/${name}-latin-400-normal.woff`;
  const font = create(readFileSync(createRequire(import.meta.url).resolve(path)));
  if (font.isCollection) throw new TypeError(`${path} holds several fonts, expected one.`);
  return font;
}
