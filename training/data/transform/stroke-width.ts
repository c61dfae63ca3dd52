import { blank, type Grey } from './grey.ts';

/**
 * Makes strokes `delta` pixels wider, or thinner where it is negative: a grey dilation or erosion (Serra
 * 1982) by an octagon. Between whole radii the two are mixed, which moves an edge by the share exactly.
 *
 * @param picture ink bright on black
 */
export function strokeWidth(picture: Grey, delta: number): Grey {
  const radius = Math.abs(delta) / 2;
  const grow = delta > 0 ? largest : smallest;
  let whole = picture;
  const steps = Math.floor(radius);
  for (let step = 0; step < steps; step += 1) whole = overNeighbours(whole, grow, step);
  const share = radius - steps;
  return share === 0 ? whole : mix(whole, overNeighbours(whole, grow, steps), share);
}

type Extreme = (a: number, b: number) => number;

const largest: Extreme = (a, b) => (a > b ? a : b);
const smallest: Extreme = (a, b) => (a < b ? a : b);

/** Over a cross and a square in turn: together they are an octagon, nearly round. */
function overNeighbours(picture: Grey, extreme: Extreme, step: number): Grey {
  return step % 2 === 0 ? overCross(picture, extreme) : overSquare(picture, extreme);
}

function overCross(picture: Grey, extreme: Extreme): Grey {
  const along = overRow(picture, extreme);
  const down = overColumn(picture, extreme);
  for (let index = 0; index < along.pixels.length; index += 1) {
    along.pixels[index] = extreme(along.pixels[index] ?? 0, down.pixels[index] ?? 0);
  }
  return along;
}

function overSquare(picture: Grey, extreme: Extreme): Grey {
  return overColumn(overRow(picture, extreme), extreme);
}

function overRow(picture: Grey, extreme: Extreme): Grey {
  const { pixels, width, height } = picture;
  const target = blank(picture);
  for (let y = 0; y < height; y += 1) {
    const [start, end] = [y * width, (y + 1) * width - 1];
    for (let index = start; index <= end; index += 1) {
      const level = pixels[index] ?? 0;
      const left = index > start ? (pixels[index - 1] ?? 0) : level;
      const right = index < end ? (pixels[index + 1] ?? 0) : level;
      target.pixels[index] = extreme(level, extreme(left, right));
    }
  }
  return target;
}

function overColumn(picture: Grey, extreme: Extreme): Grey {
  const { pixels, width, height } = picture;
  const target = blank(picture);
  const last = (height - 1) * width;
  for (let index = 0; index < pixels.length; index += 1) {
    const level = pixels[index] ?? 0;
    const above = index >= width ? (pixels[index - width] ?? 0) : level;
    const below = index < last ? (pixels[index + width] ?? 0) : level;
    target.pixels[index] = extreme(level, extreme(above, below));
  }
  return target;
}

/** `a` where `share` is 0, `b` where it is 1. */
function mix(a: Grey, b: Grey, share: number): Grey {
  const mixed = blank(a);
  for (let index = 0; index < mixed.pixels.length; index += 1) {
    const level = a.pixels[index] ?? 0;
    mixed.pixels[index] = level + share * ((b.pixels[index] ?? 0) - level) + 0.5;
  }
  return mixed;
}
