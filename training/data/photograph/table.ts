import type { Random } from '../random.ts';
import { weighted } from '../weighted.ts';
import { isUpright, roomAround, SIDES, type Scene, type Side } from './scene.ts';

/** Rise of a sheet's edge over its length, to either side. */
const MOST_SLOPE = 0.15;

/** Between the edge and the digit, in pixels. */
const APART = 3;

/** The narrowest strip of table that is drawn, in pixels. */
const LEAST_DEPTH = 4;

/** What a table looks like at a place in pixels: -1 to 1 about its own level. */
type Pattern = (x: number, y: number) => number;

interface Cloth {
  /** Of all tables, in percent. */
  readonly share: number;
  readonly pattern: (random: Random, longer: number) => Pattern;
}

const CLOTHS: readonly [Cloth, ...Cloth[]] = [
  { share: 40, pattern: () => () => 0 },
  { share: 30, pattern: stripes },
  { share: 30, pattern: checks },
];

/** What a sheet lies on, beyond one of its edges where the digit leaves room: a table, plain or with a patterned cloth. */
export function drawTable(scene: Scene, random: Random): void {
  const side = random.pick(SIDES);
  const length = isUpright(side) ? scene.height : scene.width;
  const slope = random.between(-MOST_SLOPE, MOST_SLOPE);
  const most = roomAround(scene)[side] - APART - (Math.abs(slope) * length) / 2;
  if (most < LEAST_DEPTH) return;
  const depth = random.between(LEAST_DEPTH, most);
  const level = random.between(20, 230);
  const contrast = random.between(15, 120);
  const pattern = weighted(CLOTHS, random).pattern(random, Math.max(scene.width, scene.height));
  for (let y = 0; y < scene.height; y += 1) {
    for (let x = 0; x < scene.width; x += 1) {
      const [along, below] = fromEdge(scene, side, x, y);
      if (below > depth + slope * (along - length / 2)) continue;
      const drawn = Math.min(Math.max(level + contrast * pattern(x, y), 0), 255);
      const index = y * scene.width + x;
      if (drawn > (scene.print.pixels[index] ?? 0)) scene.print.pixels[index] = drawn;
    }
  }
}

/** How far along a side of the picture a pixel is, and how far from it. */
function fromEdge({ width, height }: Scene, side: Side, x: number, y: number) {
  if (side === 'left') return [y, x] as const;
  if (side === 'right') return [y, width - 1 - x] as const;
  return side === 'top' ? ([x, y] as const) : ([x, height - 1 - y] as const);
}

function stripes(random: Random, longer: number): Pattern {
  const period = random.logUniform(0.01, 0.2) * longer;
  const angle = random.between(0, Math.PI);
  const [across, down] = [Math.cos(angle) / period, Math.sin(angle) / period];
  const start = random.unit();
  return (x, y) => (fraction(across * x + down * y + start) < 0.5 ? -1 : 1);
}

function checks(random: Random, longer: number): Pattern {
  const [one, other] = [stripes(random, longer), stripes(random, longer)];
  return (x, y) => (one(x, y) + other(x, y)) / 2;
}

function fraction(value: number): number {
  return value - Math.floor(value);
}
