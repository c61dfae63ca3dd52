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

/** @param threshold what is as bright counts as ink */
function shapeOf({ pixels, width, height }: Grey, threshold: number): Shape {
  const seen = new Uint8Array(pixels.length);
  const isInk = (index: number) => (pixels[index] ?? 0) >= threshold;
  const [pieces, holes]: [number[], number[]] = [[], []];
  for (let start = 0; start < pixels.length; start += 1) {
    if (seen[start] === 1) continue;
    const ofInk = isInk(start);
    const { area, touchesFrame } = fill(start, ofInk);
    if (ofInk) pieces.push(area);
    else if (!touchesFrame) holes.push(area);
  }
  return { pieces, holes };

  /** Marks what hangs together with a pixel: ink over corners too, paper over edges alone. */
  function fill(start: number, ofInk: boolean) {
    const waiting = [start];
    seen[start] = 1;
    let [area, touchesFrame] = [0, false];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      area += 1;
      const [x, y] = [index % width, Math.floor(index / width)];
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) touchesFrame = true;
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const isBeside = ofInk || dx === 0 || dy === 0;
          const isWithin = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
          const next = index + dy * width + dx;
          if (!isBeside || !isWithin || seen[next] === 1 || isInk(next) !== ofInk) continue;
          seen[next] = 1;
          waiting.push(next);
        }
      }
    }
    return { area, touchesFrame };
  }
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
