import { blank, mapLevels, type Grey } from '../transform/grey.ts';
import { upsample } from '../transform/upsample.ts';
import { distances } from './distance.ts';
import { STROKES_FACTOR, type InkField, type Strokes } from './ink-field.ts';
import { shapeOf } from './pieces-and-holes.ts';

/** Levels that may be the edge of a digit's strokes; the usual one is below half, or MNIST's faint strokes break. */
const USUAL_EDGE = 70;
const HIGHER_EDGES = [90, 110, 130, 150, 170, 190] as const;

/**
 * A picture's strokes, inked from the lowest level on that leaves most loops open and breaks no stroke.
 *
 * @param picture 28x28, ink bright on black
 */
export function strokesOf(picture: Grey): Strokes {
  const finer = upsample(picture, STROKES_FACTOR);
  let edge: number = USUAL_EDGE;
  let shape = shapeOf(finer, edge);
  const { pieces } = shape;
  for (const higher of HIGHER_EDGES) {
    const own = shapeOf(finer, higher);
    if (own.pieces > pieces) break;
    if (own.holes > shape.holes) [edge, shape] = [higher, own];
  }
  return { picture, finer, edge, shape };
}

/** Ink as far from redrawn strokes, in pixels of the finer picture, belongs to one that was lost. */
const FARTHEST = 6;

/** Whether a field still shows a digit: its loops, in no more pieces, and none of its strokes lost. */
export function keepsShape(digit: Strokes, { field, edge }: InkField): boolean {
  const { finer, shape } = digit;
  const drawn = everyNth(field, field.width / finer.width);
  const own = shapeOf(drawn, edge);
  if (own.holes !== shape.holes || own.pieces > shape.pieces) return false;
  const far = distances(mapLevels(drawn, (level) => (level >= edge ? 1 : 0)));
  const isInk = (level: number) => level >= digit.edge;
  return !finer.pixels.some((level, index) => isInk(level) && (far[index] ?? 0) > FARTHEST);
}

function everyNth(field: Grey, step: number): Grey {
  const size = { width: field.width / step, height: field.height / step };
  const target = blank(size);
  for (let index = 0; index < target.pixels.length; index += 1) {
    const [x, y] = [index % size.width, Math.floor(index / size.width)];
    target.pixels[index] = field.pixels[y * step * field.width + x * step] ?? 0;
  }
  return target;
}
