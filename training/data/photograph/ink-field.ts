import { blur } from '../transform/blur.ts';
import { blank, type Grey } from '../transform/grey.ts';
import { strokeWidth } from '../transform/stroke-width.ts';
import { upsample } from '../transform/upsample.ts';
import { distances } from './distance.ts';
import { skeleton } from './skeleton.ts';

/** A digit's strokes as a picture holds them. */
export interface Strokes {
  /** 28x28, ink bright on black. */
  readonly picture: Grey;
  /** The same, `STROKES_FACTOR` times as fine. */
  readonly finer: Grey;
  /** The level from which on it is inked. */
  readonly edge: number;
  /** What hangs together of the ink. */
  readonly shape: Shape;
}

/** Enough for the smallest loops. */
export const STROKES_FACTOR = 2;

/** How many pieces ink has, and how many parts of the paper it shuts in. */
export interface Shape {
  readonly pieces: number;
  readonly holes: number;
}

/** A digit's strokes, ready to be drawn at any size: smooth levels, of which one is the strokes' edge. */
export interface InkField {
  readonly field: Grey;
  /** The level at the edge of the strokes. */
  readonly edge: number;
  /** How fast the levels rise across the edge, in levels per 28th of the field. */
  readonly slope: number;
}

/** How much finer than the picture a field is, for a digit drawn larger and smaller than `FINE_FROM`. */
const FINE_FACTOR = 4;
const COARSE_FACTOR = 2;

/** Length of a digit above which the coarse field's pixels would show. */
const FINE_FROM = 64;

function factorFor(length: number): number {
  return length > FINE_FROM ? FINE_FACTOR : COARSE_FACTOR;
}

/** A stroke of MNIST rises from 0 to 255 within about 1.3 pixels. */
const HANDWRITTEN_SLOPE = 200;

/**
 * The digit as it was written.
 *
 * @param length that it will be drawn with, in pixels
 * @param widen by how many of its pixels strokes become wider
 */
export function handwrittenField(
  { picture, edge }: Strokes,
  length: number,
  widen: number,
): InkField {
  return {
    field: upsample(strokeWidth(picture, widen), factorFor(length)),
    edge,
    slope: HANDWRITTEN_SLOPE,
  };
}

/** In levels per pixel of the skeleton; the field then covers 2.5 of them to either side of the edge. */
const PEN_SLOPE = 50;

const PEN_EDGE = 128;

/** Smooths the skeleton's steps; it also lifts the middle line by about as much as `LIFT`. */
const PEN_BLUR = 1.1;
const LIFT = 0.85;

/**
 * The digit written again, by a pen of the same width everywhere.
 *
 * @param length that it will be drawn with, in pixels
 * @param width of the pen, in pixels of the picture
 */
export function penField({ finer, edge }: Strokes, length: number, width: number): InkField {
  const line = skeleton(finer, edge);
  const far = distances(line);
  const field = blank(line);
  const reach = (width * STROKES_FACTOR) / 2 + LIFT;
  for (let index = 0; index < far.length; index += 1) {
    const level = PEN_EDGE + (reach - (far[index] ?? 0)) * PEN_SLOPE;
    field.pixels[index] = level < 0 ? 0 : level > 255 ? 255 : level;
  }
  return {
    field: upsample(blur(field, PEN_BLUR), factorFor(length) / STROKES_FACTOR),
    edge: PEN_EDGE,
    slope: PEN_SLOPE * STROKES_FACTOR,
  };
}
