import type { Random } from '../random.ts';
import { elasticDisplacement } from '../transform/displacement.ts';
import type { Grey } from '../transform/grey.ts';
import { handwrittenField, penField, type InkField } from './ink-field.ts';
import { inkLayer } from './ink-layer.ts';
import { keepsShape, strokesOf } from './shape.ts';

/** Share of the digits that are written again with a pen; the others keep their own strokes. */
const PEN_SHARE = 0.5;

/** Pens from a sharp pencil to a marker, in 28ths of the field; a digit of MNIST is 20 of them high. */
const THINNEST = 0.9;
const THICKEST = 3.3;

/** In pixels: a thinner line is too faint for a person too. */
const THINNEST_LINE = 1.3;

/** Ink on an MNIST digit's longer side. */
const DIGIT_LENGTH = 20;

/** Draws a digit by a hand and with a pen of its own; the longer side of its ink is about `length` pixels. */
export function written(digit: Grey, length: number, random: Random): Grey {
  return inkLayer(randomField(digit, length, random), {
    length,
    aspect: random.between(0.85, 1.2),
    turn: random.between(-12, 12),
    slant: random.between(-0.15, 0.15),
    displacement: random.chance(0.5)
      ? elasticDisplacement(random, random.between(0.005, 0.025))
      : undefined,
  });
}

/**
 * Ink of a digit whose strokes can become thinner without breaking, but not wider without closing its
 * loops, in levels: about half of MNIST.
 */
const BOLD = 26_000;

function isBold({ pixels }: Grey): boolean {
  return pixels.reduce((sum, level) => sum + level, 0) > BOLD;
}

/** Of the width between thinnest and wanted, the shares tried one after the other. */
const PEN_WIDTHS = [1, 0.5, 0] as const;

/** Whatever the pen, loops stay open and strokes whole: else it would be another digit. */
function randomField(picture: Grey, length: number, random: Random): InkField {
  const digit = strokesOf(picture);
  if (!random.chance(PEN_SHARE)) {
    const widen = isBold(picture) ? random.between(-0.6, 0.4) : random.between(0, 1.1);
    const field = handwrittenField(digit, length, widen);
    return keepsShape(digit, field) ? field : handwrittenField(digit, length, Math.min(widen, 0));
  }
  const thinnest = Math.max(THINNEST, (THINNEST_LINE * DIGIT_LENGTH) / length);
  // Thin pens are as usual as thick ones are rare.
  const wider = Math.max(THICKEST - thinnest, 0) * random.unit() ** 1.5;
  for (const share of PEN_WIDTHS) {
    const field = penField(digit, length, thinnest + share * wider);
    if (keepsShape(digit, field)) return field;
  }
  return handwrittenField(digit, length, 0);
}
