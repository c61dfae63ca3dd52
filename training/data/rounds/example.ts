import { digitGlyphs, letterGlyphs, TRAINING_TYPEFACES, type Glyph } from '../fonts/fonts.ts';
import { withCrossbar } from '../handwriting/crossbar.ts';
import { handwrittenDigit } from '../handwriting/handwritten-digit.ts';
import type { Drawn } from '../looks/drawn.ts';
import { HANDWRITTEN_LOOKS, LOOKS, type Looks } from '../looks/looks.ts';
import { digitAt, type Digits } from '../mnist.ts';
import { nonDigit, TRAINING_KINDS } from '../non-digits/non-digits.ts';
import { Random } from '../random.ts';
import type { Grey } from '../transform/grey.ts';
import { weighted } from '../weighted.ts';

/** What should be answered with no confidence. */
export const NOT_A_DIGIT = 10;

/** To be raised with every change of what is drawn: rounds kept from before are then left alone. */
export const GENERATOR_VERSION = 17;

/**
 * Beside one example of each digit, a round has so many of digits in European hands, of printed digits and of
 * non-digits, as shares of all.
 */
export const HANDWRITTEN_SHARE = 0.2;
export const PRINTED_SHARE = 0.04;
export const NON_DIGIT_SHARE = 0.08;

/** MNIST's hands hardly ever cross a 7: so many of its sevens, as a share, are given a bar. */
const CROSSED_SEVENS = 0.15;

/** Sets the training's choices apart from those of the evaluation sets. */
const SEED = 0x74726169;

/** A picture to train on, before the preparation. */
export interface Example extends Drawn {
  /** 0 to 9, or NOT_A_DIGIT. */
  readonly label: number;
}

/** Where the examples of a round come from, and how many each gives: in this order. */
export interface Plan {
  readonly digits: Digits;
  readonly handwritten: number;
  readonly printed: number;
  readonly nonDigits: number;
  readonly count: number;
}

export function planRound(digits: Digits): Plan {
  const total = digits.count / (1 - HANDWRITTEN_SHARE - PRINTED_SHARE - NON_DIGIT_SHARE);
  const handwritten = Math.round(total * HANDWRITTEN_SHARE);
  const printed = Math.round(total * PRINTED_SHARE);
  const nonDigits = Math.round(total * NON_DIGIT_SHARE);
  const count = digits.count + handwritten + printed + nonDigits;
  return { digits, handwritten, printed, nonDigits, count };
}

/** What an example shows, before it comes to look some way. */
interface Shown {
  readonly label: number;
  /** 28x28, ink bright on black. */
  readonly picture: Grey;
  /** Those of all examples, unless it has its own. */
  readonly looks?: Looks;
}

/** Draws the examples of rounds; each depends on the plan, the round and its index alone. */
export class Examiner {
  readonly #plan: Plan;
  readonly #looks: Looks;
  readonly #looksOfHands: Looks;
  readonly #letters = letterGlyphs(TRAINING_TYPEFACES);
  readonly #printed = digitGlyphs(TRAINING_TYPEFACES);

  constructor(plan: Plan, looks = LOOKS, looksOfHands = HANDWRITTEN_LOOKS) {
    this.#plan = plan;
    this.#looks = looks;
    this.#looksOfHands = looksOfHands;
  }

  draw(round: number, index: number): Example {
    const random = new Random(SEED, round, index);
    const { digits } = this.#plan;
    const neighbour = digitAt(digits, random.integer(0, digits.count - 1));
    const { label, picture, looks = this.#looks } = this.#subject(index, random);
    const content = { digit: picture, neighbour };
    return { label, ...weighted(looks, random).draw(content, random) };
  }

  #subject(index: number, random: Random): Shown {
    const { digits, handwritten, printed } = this.#plan;
    if (index < digits.count) return mnistDigit(digits, index, random);
    if (index < digits.count + handwritten)
      return { ...handwrittenDigit(random), looks: this.#looksOfHands };
    if (index < digits.count + handwritten + printed) {
      const { character, picture } = randomGlyph(this.#printed, random);
      return { label: Number(character), picture };
    }
    const picture = nonDigit(TRAINING_KINDS, { glyphs: this.#letters, digits }, random);
    return { label: NOT_A_DIGIT, picture };
  }
}

function mnistDigit(digits: Digits, index: number, random: Random) {
  const label = digits.labels[index] ?? NOT_A_DIGIT;
  const picture = digitAt(digits, index);
  const isCrossed = label === 7 && random.chance(CROSSED_SEVENS);
  return { label, picture: isCrossed ? withCrossbar(picture, random) : picture };
}

function randomGlyph(glyphs: readonly Glyph[], random: Random): Glyph {
  const glyph = glyphs[random.integer(0, glyphs.length - 1)];
  if (glyph === undefined) throw new RangeError('There are no glyphs to choose from.');
  return glyph;
}
