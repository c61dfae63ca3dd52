import { Matrix } from './matrix.ts';
import { toCoarse } from './coarse.ts';
import type { Maps } from './network.ts';

/** Of less contrast nothing is made more. */
const LEAST_RANGE = 8;

/** The darkest and the lightest of each square, from 0 to 255, and 255 where there is a picture. */
export function levelsOf(cells: Matrix, isFine: boolean): Maps {
  const side = isFine ? 2 : 1;
  const lightest = toCoarse(cells, side);
  const darkest = toCoarse(
    cells.map((level) => 255 - level),
    side,
  ).map((level) => 255 - level);
  const least = Math.min(...darkest.elements);
  const range = Math.max(lightest.largest() - least, LEAST_RANGE);
  const gain = Math.floor((255 * 256) / range);
  const stretched = (level: number) => Math.min(255, Math.floor(((level - least) * gain) / 256));
  const [height, width] = [lightest.height, lightest.width].map(
    (squares) => Math.ceil(squares / 8) * 8,
  );
  const values = new Float64Array((height ?? 0) * (width ?? 0) * 3);
  lightest.map((light, y, x) => {
    const own = [stretched(darkest.at(y, x)), stretched(light), 255];
    values.set(own, (y * (width ?? 0) + x) * 3);
    return 0;
  });
  return { height: height ?? 0, width: width ?? 0, channels: 3, values };
}
