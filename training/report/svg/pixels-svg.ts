import type { Picture } from '../../../core/index.ts';
import { thumbnail } from '../../../runtime-node/cli/terminal/thumbnail.ts';
import { isColour } from '../../../runtime-node/cli/terminal/canvas.ts';

/** Shades that are told apart: the eye sees no steps, and neighbouring pixels share a shape. */
const SHADES = 16;

/** Longer side at most, in pixels of the picture: more would make the file large. */
const LONGEST = 28;

/**
 * A picture as grey shapes, a path a shade: no image is embedded, which sites that show SVG files may block.
 *
 * @param side of the square that it is drawn into, in the SVG's pixels
 */
export function pixelsSvg(picture: Picture, x: number, y: number, side: number): string {
  const canvas = thumbnail(picture, LONGEST);
  const { width, height } = canvas;
  const levels = canvas.pixels.map((pixel) => (isColour(pixel) ? shadeOf(pixel) : 0));
  const scale = side / Math.max(width, height);
  const ground = mostCommon(levels);
  const paths = Array.from({ length: SHADES }, (_, shade) => {
    const d = shade === ground ? `M0 0h${width}v${height}H0z` : pathOf(levels, width, shade);
    return { shade, d };
  });
  // What lies under the others comes first.
  paths.unshift(...paths.splice(ground, 1));
  const shapes = paths.filter(({ d }) => d !== '');
  const place = `translate(${x} ${y}) scale(${scale.toFixed(4)})`;
  return `<g transform="${place}" shape-rendering="crispEdges">${shapes.map(({ shade, d }) => `<path fill="${greyOf(shade)}" d="${d}"/>`).join('')}</g>`;
}

function shadeOf([red, green, blue]: readonly [number, number, number]): number {
  // Rec. 601 luma, as the preparation's.
  const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
  return Math.round((grey / 255) * (SHADES - 1));
}

function mostCommon(levels: readonly number[]): number {
  const counts = new Array<number>(SHADES).fill(0);
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

function greyOf(shade: number): string {
  const level = Math.round((shade * 255) / (SHADES - 1));
  return `rgb(${level},${level},${level})`;
}

/** Every run of a row in this shade, as a bar of height 1. */
function pathOf(levels: readonly number[], width: number, shade: number): string {
  let path = '';
  for (let start = 0; start < levels.length; start += 1) {
    if (levels[start] !== shade) continue;
    const row = Math.floor(start / width);
    let end = start + 1;
    while (levels[end] === shade && Math.floor(end / width) === row) end += 1;
    path += `M${start - row * width} ${row}h${end - start}v1h${start - end}z`;
    start = end - 1;
  }
  return path;
}
