import { blank, mapLevels, type Grey } from '../transform/grey.ts';
import { upsample } from '../transform/upsample.ts';
import { distances } from './distance.ts';
import { STROKES_FACTOR, type InkField, type Shape, type Strokes } from './ink-field.ts';

/** In pixels of the finer picture: smaller ones are none. */
const LEAST_HOLE = 4;
const LEAST_PIECE = 10;

const [PAPER, INK, SEEN] = [0, 1, 2];

/**
 * Pieces that meet at a corner are one.
 *
 * @param threshold what is as bright counts as ink
 */
function shapeOf(picture: Grey, threshold: number): Shape {
  const { mask, stride } = framed(picture, threshold);
  const beside = [-stride, -1, 1, stride];
  const around = [...beside, -stride - 1, -stride + 1, stride - 1, stride + 1];
  const waiting = new Int32Array(mask.length);
  // Through the frame all the paper hangs together that no ink shuts in.
  fill(0, beside);
  let [pieces, holes] = [0, 0];
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] === INK) pieces += fill(start, around) >= LEAST_PIECE ? 1 : 0;
    else if (mask[start] === PAPER) holes += fill(start, beside) >= LEAST_HOLE ? 1 : 0;
  }
  return { pieces, holes };

  /** Marks all that hangs together with a pixel by steps of these offsets, and gives its area. */
  function fill(start: number, offsets: readonly number[]): number {
    const kind = mask[start];
    let [area, last] = [0, 0];
    waiting[0] = start;
    mask[start] = SEEN;
    while (last >= 0) {
      const index = waiting[last] ?? NaN;
      last -= 1;
      area += 1;
      for (const offset of offsets) {
        if (mask[index + offset] !== kind) continue;
        mask[index + offset] = SEEN;
        last += 1;
        waiting[last] = index + offset;
      }
    }
    return area;
  }
}

/** Which pixels are inked, with a frame of paper around them: rows of `stride` each. */
function framed({ pixels, width, height }: Grey, threshold: number) {
  const stride = width + 2;
  const mask = new Uint8Array(stride * (height + 2)).fill(PAPER);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 0) >= threshold) mask[(y + 1) * stride + x + 1] = INK;
    }
  }
  return { mask, stride };
}

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
