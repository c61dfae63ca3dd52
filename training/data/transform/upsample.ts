import { blank, type Grey } from './grey.ts';

/** A cubic between four pixels has as many weights. */
const TAPS = 4;

/**
 * Makes a picture `factor` times as large, smoothly and through its own levels (Catmull and Rom 1974, as
 * in Keys' cubic convolution 1981); black outside.
 */
export function upsample(picture: Grey, factor: number): Grey {
  if (factor === 1) return picture;
  const weights = Float32Array.from({ length: factor * TAPS }, (_, index) => {
    const phase = Math.floor(index / TAPS);
    return catmullRom(fraction(phase, factor), index % TAPS);
  });
  return turnedRows(turnedRows(picture, factor, weights), factor, weights);
}

/** How far the target's pixel number `phase` of a source pixel lies past the source pixel's centre or its left neighbour's. */
function fraction(phase: number, factor: number): number {
  const place = (phase + 0.5) / factor - 0.5;
  return place - Math.floor(place);
}

function catmullRom(t: number, tap: number): number {
  if (tap === 0) return (-t + 2 * t ** 2 - t ** 3) / 2;
  if (tap === 1) return (2 - 5 * t ** 2 + 3 * t ** 3) / 2;
  if (tap === 2) return (t + 4 * t ** 2 - 3 * t ** 3) / 2;
  return (-(t ** 2) + t ** 3) / 2;
}

/** Interpolates the rows and turns them into columns, so that twice does both. */
function turnedRows({ pixels, width, height }: Grey, factor: number, weights: Float32Array): Grey {
  const target = blank({ width: height, height: width * factor });
  const row = new Uint8Array(width + TAPS);
  for (let y = 0; y < height; y += 1) {
    row.set(pixels.subarray(y * width, (y + 1) * width), 2);
    for (let place = 0; place < width * factor; place += 1) {
      const phase = place % factor;
      const first = (place - phase) / factor + (2 * phase + 1 < factor ? 0 : 1);
      const level =
        (weights[phase * TAPS] ?? 0) * (row[first] ?? 0) +
        (weights[phase * TAPS + 1] ?? 0) * (row[first + 1] ?? 0) +
        (weights[phase * TAPS + 2] ?? 0) * (row[first + 2] ?? 0) +
        (weights[phase * TAPS + 3] ?? 0) * (row[first + 3] ?? 0) +
        0.5;
      target.pixels[place * height + y] = level < 0 ? 0 : level > 255 ? 255 : level;
    }
  }
  return target;
}
