import type { Affine } from './affine.ts';
import type { Displacement } from './displacement.ts';
import { blank, type Grey, type Size } from './grey.ts';

/**
 * A picture of the given size whose places come from `source` where `pull` says, interpolated between the
 * four nearest pixels; black outside.
 *
 * @param displacement moves the places in the source further
 */
export function warp(source: Grey, size: Size, pull: Affine, displacement?: Displacement): Grey {
  return displacement === undefined
    ? affineWarp(source, size, pull)
    : displacedWarp(source, size, pull, displacement);
}

function affineWarp(source: Grey, size: Size, pull: Affine): Grey {
  const target = blank(size);
  const { width, height } = size;
  for (let y = 0; y < height; y += 1) {
    let u = pull.xx * 0.5 + pull.xy * (y + 0.5) + pull.x0 - 0.5;
    let v = pull.yx * 0.5 + pull.yy * (y + 0.5) + pull.y0 - 0.5;
    for (let index = y * width; index < (y + 1) * width; index += 1) {
      target.pixels[index] = interpolated(source, u, v) + 0.5;
      u += pull.xx;
      v += pull.yx;
    }
  }
  return target;
}

function displacedWarp(source: Grey, size: Size, pull: Affine, displacement: Displacement): Grey {
  const target = blank(size);
  const { width, height } = size;
  const { side, x: along, y: down } = displacement;
  const [perX, perY] = [side / source.width, side / source.height];
  for (let y = 0; y < height; y += 1) {
    let u = pull.xx * 0.5 + pull.xy * (y + 0.5) + pull.x0 - 0.5;
    let v = pull.yx * 0.5 + pull.yy * (y + 0.5) + pull.y0 - 0.5;
    for (let index = y * width; index < (y + 1) * width; index += 1) {
      const column = Math.min(Math.max(Math.floor((u + 0.5) * perX), 0), side - 1);
      const row = Math.min(Math.max(Math.floor((v + 0.5) * perY), 0), side - 1);
      const cell = row * side + column;
      const [byX, byY] = [along[cell] ?? 0, down[cell] ?? 0];
      target.pixels[index] =
        interpolated(source, u + byX * source.width, v + byY * source.height) + 0.5;
      u += pull.xx;
      v += pull.yx;
    }
  }
  return target;
}

/** The level at (u, v), counted from the first pixel's centre. */
function interpolated(source: Grey, u: number, v: number): number {
  const { pixels, width, height } = source;
  if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) return atEdge(source, u, v);
  // Not Math.floor: neither is negative, and rendering spends much of its time here.
  const column = u | 0;
  const row = v | 0;
  const start = row * width + column;
  const topLeft = pixels[start] ?? 0;
  const bottomLeft = pixels[start + width] ?? 0;
  const top = topLeft + (u - column) * ((pixels[start + 1] ?? 0) - topLeft);
  const bottom = bottomLeft + (u - column) * ((pixels[start + width + 1] ?? 0) - bottomLeft);
  return top + (v - row) * (bottom - top);
}

/** The same where some of the four pixels may be outside. */
function atEdge({ pixels, width, height }: Grey, u: number, v: number): number {
  if (u <= -1 || v <= -1 || u >= width || v >= height) return 0;
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const [right, below] = [u - column, v - row];
  const start = row * width + column;
  const [isInLeft, isInRight] = [column >= 0, column < width - 1];
  let level = 0;
  if (row >= 0) {
    if (isInLeft) level += (1 - below) * (1 - right) * (pixels[start] ?? 0);
    if (isInRight) level += (1 - below) * right * (pixels[start + 1] ?? 0);
  }
  if (row < height - 1) {
    if (isInLeft) level += below * (1 - right) * (pixels[start + width] ?? 0);
    if (isInRight) level += below * right * (pixels[start + width + 1] ?? 0);
  }
  return level;
}
