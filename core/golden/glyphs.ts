/**
 * The digits 0 to 9 as strokes: a point is x and y, 0 to 8, y down; points of one stroke stand side by
 * side, strokes are parted by a comma.
 */
export const GLYPHS: readonly string[] = [
  '30 50 62 66 58 38 26 22 30',
  '32 50 58',
  '22 30 50 62 63 28 68',
  '21 30 50 62 53 44,44 55 66 58 38 27',
  '20 24 64,60 68',
  '60 20 23 43 55 66 58 38 27',
  '50 32 25 26 38 58 66 55 45 26',
  '20 60 38',
  '50 30 22 33 55 66 58 38 26 35 53 62 50',
  '62 50 30 22 33 53 62,62 58',
];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Side of the square that the strokes are given on. */
export const GLYPH_SIDE = 8;

/** The straight lines that a digit is made of, start and end. */
export function linesOf(digit: number): readonly (readonly [Point, Point])[] {
  return (GLYPHS[digit] ?? '').split(',').flatMap((stroke) => {
    const points = stroke.split(' ').map((xy) => ({ x: Number(xy[0]), y: Number(xy[1]) }));
    return points.slice(1).map((end, index) => [points[index] ?? end, end] as const);
  });
}
