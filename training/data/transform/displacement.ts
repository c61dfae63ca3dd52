import type { Random } from '../random.ts';
import { cubicSpline } from './cubic-spline.ts';

/** How far places move, smoothly from one to the next: an elastic deformation. */
export interface Displacement {
  /** Of the square grid that spans the picture. */
  readonly side: number;
  /** [side * side], in widths of the picture. */
  readonly x: Float32Array;
  /** [side * side], in heights of the picture. */
  readonly y: Float32Array;
}

/** Random knots along a side; between them the field is smooth. */
const KNOTS = 7;

/** Fine enough that no step between neighbours shows: a knot's move is spread over eight of them. */
const SIDE = 56;

/**
 * A smooth random field (Simard, Steinkraus and Platt 2003, "Best practices for convolutional neural
 * networks applied to visual document analysis"; a cubic B-spline through random knots stands for their
 * Gaussian over random pixels).
 *
 * @param deviation of the knots, in sides of the picture
 */
export function elasticDisplacement(random: Random, deviation: number): Displacement {
  const knots = () => Float32Array.from({ length: KNOTS * KNOTS }, () => random.normal(deviation));
  return { side: SIDE, x: cubicSpline(knots(), KNOTS, SIDE), y: cubicSpline(knots(), KNOTS, SIDE) };
}
