/**
 * Where in a source picture the place (x, y) of a target picture comes from: (xx * x + xy * y + x0,
 * yx * x + yy * y + y0). Pixels are centred on halves: the first pixel's centre is (0.5, 0.5).
 */
export interface Affine {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
}

export const IDENTITY: Affine = { xx: 1, xy: 0, x0: 0, yx: 0, yy: 1, y0: 0 };

/** First `first`, then `second`. */
export function followedBy(first: Affine, second: Affine): Affine {
  return {
    xx: second.xx * first.xx + second.xy * first.yx,
    xy: second.xx * first.xy + second.xy * first.yy,
    x0: second.xx * first.x0 + second.xy * first.y0 + second.x0,
    yx: second.yx * first.xx + second.yy * first.yx,
    yy: second.yx * first.xy + second.yy * first.yy,
    y0: second.yx * first.x0 + second.yy * first.y0 + second.y0,
  };
}

export function translation(x: number, y: number): Affine {
  return { ...IDENTITY, x0: x, y0: y };
}

export function scaling(x: number, y = x): Affine {
  return { ...IDENTITY, xx: x, yy: y };
}

/** Counter-clockwise as seen on a screen, where y goes down. */
export function rotation(degrees: number): Affine {
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return { xx: cosine, xy: sine, x0: 0, yx: -sine, yy: cosine, y0: 0 };
}

/** Moves x by `slant` for each step of y. */
export function shear(slant: number): Affine {
  return { ...IDENTITY, xy: slant };
}

/** One after another, from the first. */
export function chain(...maps: readonly Affine[]): Affine {
  return maps.reduce(followedBy, IDENTITY);
}

/** @throws RangeError where the map flattens the plane */
export function inverse({ xx, xy, x0, yx, yy, y0 }: Affine): Affine {
  const determinant = xx * yy - xy * yx;
  if (determinant === 0) throw new RangeError('This map has no inverse: it flattens the plane.');
  const linear = {
    xx: yy / determinant,
    xy: -xy / determinant,
    yx: -yx / determinant,
    yy: xx / determinant,
  };
  return {
    ...linear,
    x0: -(linear.xx * x0 + linear.xy * y0),
    y0: -(linear.yx * x0 + linear.yy * y0),
  };
}

/** Where (x, y) goes. */
export function apply(map: Affine, x: number, y: number): readonly [number, number] {
  return [map.xx * x + map.xy * y + map.x0, map.yx * x + map.yy * y + map.y0];
}
