import { blank, mapLevels, type Grey } from '../transform/grey.ts';
import { upsample } from '../transform/upsample.ts';
import { distances } from './distance.ts';
import type { InkField, Strokes } from './ink-field.ts';

/** What a drawn digit hangs together of, in pixels. */
interface Shape {
  /** The area of each piece of ink; pieces that meet at a corner are one. */
  readonly pieces: readonly number[];
  /** The area of each part of the paper that ink shuts in. */
  readonly holes: readonly number[];
}

const [PAPER, INK, SEEN] = [0, 1, 2];

/** @param threshold what is as bright counts as ink */
function shapeOf(picture: Grey, threshold: number): Shape {
  const { mask, stride } = framed(picture, threshold);
  const beside = [-stride, -1, 1, stride];
  const around = [...beside, -stride - 1, -stride + 1, stride - 1, stride + 1];
  const waiting = new Int32Array(mask.length);
  // Through the frame all the paper hangs together that no ink shuts in.
  fill(0, beside);
  const [pieces, holes]: [number[], number[]] = [[], []];
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] === INK) pieces.push(fill(start, around));
    else if (mask[start] === PAPER) holes.push(fill(start, beside));
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

/** How many times finer than the picture shapes are looked at: enough for the smallest loops. */
const FACTOR = 2;

/** Levels that may be the edge of a digit's strokes, the first below half: MNIST's faint strokes break at more. */
const EDGES = [70, 90, 110, 130, 150, 170, 190] as const;

/** In pixels of the finer picture: smaller ones are none. */
const LEAST_HOLE = 4;
const LEAST_PIECE = 10;

/**
 * The level from which on a picture is inked: the lowest that leaves most loops open, and breaks no stroke.
 *
 * @param picture 28x28, ink bright on black
 */
export function edgeOf(picture: Grey): number {
  const finer = upsample(picture, FACTOR);
  const { pieces } = countsOf(finer, EDGES[0]);
  let [best, most] = [0, -1];
  for (const edge of EDGES) {
    const counts = countsOf(finer, edge);
    if (counts.pieces > pieces) break;
    if (counts.holes > most) [best, most] = [edge, counts.holes];
  }
  return best;
}

/** Ink as far from redrawn strokes, in pixels of the finer picture, belongs to one that was lost. */
const FARTHEST = 6;

/** Whether a field still shows a digit: its loops, in no more pieces, and none of its strokes lost. */
export function keepsShape(digit: Strokes, { field, edge }: InkField): boolean {
  const original = upsample(digit.picture, FACTOR);
  const drawn = everyNth(field, field.width / original.width);
  const [asked, given] = [countsOf(original, digit.edge), countsOf(drawn, edge)];
  if (given.holes !== asked.holes || given.pieces > asked.pieces) return false;
  const far = distances(mapLevels(drawn, (level) => (level >= edge ? 1 : 0)));
  const isInk = (level: number) => level >= digit.edge;
  return !original.pixels.some((level, index) => isInk(level) && (far[index] ?? 0) > FARTHEST);
}

function countsOf(picture: Grey, edge: number) {
  const { pieces, holes } = shapeOf(picture, edge);
  const countFrom = (least: number, areas: readonly number[]) =>
    areas.filter((area) => area >= least).length;
  return { pieces: countFrom(LEAST_PIECE, pieces), holes: countFrom(LEAST_HOLE, holes) };
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
