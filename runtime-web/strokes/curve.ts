import type { Point, Stroke } from './stroke.ts';

/** Longest straight piece of a curve, in pixels: with a pen ten times as wide no corner shows. */
const LONGEST_PIECE = 4;

/**
 * What a stroke's newest point adds to its line, as a path of straight pieces.
 *
 * The line is a quadratic B-spline: it starts at the first point, runs through the middles between
 * neighbours, each point in between bending it, and ends at the last. A new point therefore only ever
 * settles the part up to the middle before it, and nothing that was drawn changes later.
 */
export function newestPart(stroke: Stroke): readonly Point[] {
  const [newest, previous, beforePrevious] = stroke.slice(-3).reverse();
  if (newest === undefined) return [];
  if (previous === undefined) return [newest];
  const end = middle(previous, newest);
  if (beforePrevious === undefined) return [previous, end];
  return bend(middle(beforePrevious, previous), previous, end);
}

/** What lifting the pen adds: the way to the last point. */
export function lastPart(stroke: Stroke): readonly Point[] {
  const [last, previous] = stroke.slice(-2).reverse();
  if (last === undefined || previous === undefined) return [];
  return [middle(previous, last), last];
}

function middle(a: Point, b: Point): Point {
  return between(a, b, 1 / 2);
}

function between(a: Point, b: Point, share: number): Point {
  const mix = (from: number, to: number) => from + (to - from) * share;
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), width: mix(a.width, b.width) };
}

/** A quadratic Bézier curve by de Casteljau's construction. */
function bend(start: Point, control: Point, end: Point): Point[] {
  const pieces = Math.ceil((distance(start, control) + distance(control, end)) / LONGEST_PIECE);
  const path = [start];
  for (let i = 1; i <= pieces; i++) {
    const share = i / pieces;
    path.push(between(between(start, control, share), between(control, end, share), share));
  }
  return path;
}

/** Not Math.hypot: engines may round it differently, and the same strokes must give the same pixels. */
function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}
