import { blank, type Grey } from '../transform/grey.ts';

/**
 * The middle line of the strokes, one pixel wide: 1 on it, 0 elsewhere (Zhang and Suen 1984, "A fast
 * parallel algorithm for thinning digital patterns").
 *
 * @param threshold what is as bright counts as ink
 */
export function skeleton(picture: Grey, threshold: number): Grey {
  const { width } = picture;
  const ink = inkOf(picture, threshold);
  const offsets = [-width, 1 - width, 1, 1 + width, width, width - 1, -1, -1 - width];
  let hasChanged = true;
  while (hasChanged) {
    const first = removeEdge(ink, offsets, 0);
    hasChanged = removeEdge(ink, offsets, 1) || first;
  }
  return ink;
}

/** Without the outermost pixels, so that every pixel of ink has eight neighbours. */
function inkOf(picture: Grey, threshold: number): Grey {
  const { pixels, width, height } = picture;
  const ink = blank(picture);
  for (let y = 1; y < height - 1; y += 1) {
    for (let index = y * width + 1; index < (y + 1) * width - 1; index += 1) {
      ink.pixels[index] = (pixels[index] ?? 0) >= threshold ? 1 : 0;
    }
  }
  return ink;
}

/**
 * Removes the ink at the strokes' south-east edges (pass 0) or north-west edges (pass 1) that is neither an
 * end nor holds parts together. The names p2 to p9 are the paper's: clockwise from the north.
 */
function removeEdge({ pixels }: Grey, offsets: readonly number[], pass: 0 | 1): boolean {
  const [n = 0, ne = 0, e = 0, se = 0, s = 0, sw = 0, w = 0, nw = 0] = offsets;
  const goes: number[] = [];
  for (let index = 0; index < pixels.length; index += 1) {
    if (pixels[index] !== 1) continue;
    const [p2, p3, p4, p5] = [
      pixels[index + n] ?? 0,
      pixels[index + ne] ?? 0,
      pixels[index + e] ?? 0,
      pixels[index + se] ?? 0,
    ];
    const [p6, p7, p8, p9] = [
      pixels[index + s] ?? 0,
      pixels[index + sw] ?? 0,
      pixels[index + w] ?? 0,
      pixels[index + nw] ?? 0,
    ];
    const neighbours = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9;
    if (neighbours < 2 || neighbours > 6) continue;
    const begins =
      (p3 & ~p2) +
      (p4 & ~p3) +
      (p5 & ~p4) +
      (p6 & ~p5) +
      (p7 & ~p6) +
      (p8 & ~p7) +
      (p9 & ~p8) +
      (p2 & ~p9);
    if (begins !== 1) continue;
    const isEdge = pass === 0 ? (p4 & p6 & (p2 | p8)) === 0 : (p2 & p8 & (p4 | p6)) === 0;
    if (isEdge) goes.push(index);
  }
  for (const index of goes) pixels[index] = 0;
  return goes.length > 0;
}
