import { onCurve, type Point } from '../fonts/outline.ts';

/** A place that a pen goes through. */
export interface Knot extends Point {
  /** The pen turns on the spot; else it goes smoothly on. */
  readonly isCorner: boolean;
}

/** A pen's way from where it is set down to where it is lifted. */
export type Stroke = readonly Knot[];

/** Straight pieces between two knots: at 28 pixels no corner shows. */
const PIECES = 6;

/** Reads `x,y` in hundredths, as SVG's `points` are; `^` after them makes a corner of the knot. */
export function parseStroke(points: string): Stroke {
  return points.split(' ').map((point) => {
    const [x, y] = point.replace('^', '').split(',').map(Number);
    if (x === undefined || y === undefined || !Number.isFinite(x + y))
      throw new SyntaxError(`A stroke's points are "x,y" or "x,y^", not "${point}".`);
    return { x: x / 100, y: y / 100, isCorner: point.endsWith('^') };
  });
}

/**
 * The stroke as a chain of straight pieces: cubic Bezier curves through the knots, whose tangents are
 * parallel to the line between a knot's neighbours (as Catmull and Rom's 1974) and as long as the way to
 * the next one wants, so that uneven distances make no loops.
 *
 * @param roundness length of the tangents as a share of the way to the next knot: 0 is straight, 1/3 round
 */
export function traced(stroke: Stroke, roundness: number): Point[] {
  const line: Point[] = stroke.slice(0, 1);
  stroke.slice(1).forEach((to, index) => {
    const from = stroke[index] ?? to;
    const reach = roundness * Math.hypot(to.x - from.x, to.y - from.y);
    const control = [
      from,
      along(from, directionAt(stroke, index), reach),
      along(to, directionAt(stroke, index + 1), -reach),
      to,
    ];
    for (let piece = 1; piece <= PIECES; piece += 1) {
      line.push(onCurve(control, piece / PIECES) ?? to);
    }
  });
  return line;
}

const NOWHERE: Point = { x: 0, y: 0 };

/** Of length 1; nowhere at corners and ends. */
function directionAt(stroke: Stroke, index: number): Point {
  const [before, at, after] = [stroke[index - 1], stroke[index], stroke[index + 1]];
  if (before === undefined || after === undefined || at?.isCorner === true) return NOWHERE;
  const [x, y] = [after.x - before.x, after.y - before.y];
  const length = Math.hypot(x, y);
  return length === 0 ? NOWHERE : { x: x / length, y: y / length };
}

function along({ x, y }: Point, direction: Point, distance: number): Point {
  return { x: x + distance * direction.x, y: y + distance * direction.y };
}
