import { blank, type Grey } from './grey.ts';

/** The kernel reaches over this many standard deviations: beyond lies less than 0.3 % of it. */
const REACH = 3;

/** Convolves with a Gaussian of standard deviation `sigma`, in pixels; the edge's pixels go on outside. */
export function blur(picture: Grey, sigma: number): Grey {
  if (sigma <= 0) return picture;
  const kernel = gaussian(sigma);
  return turnedRows(turnedRows(picture, kernel), kernel);
}

function gaussian(sigma: number): Float32Array {
  const reach = Math.max(1, Math.ceil(REACH * sigma));
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Convolves the rows and turns them into columns, so that twice does both and ends upright. */
function turnedRows({ pixels, width, height }: Grey, kernel: Float32Array): Grey {
  const target = blank({ width: height, height: width });
  const reach = (kernel.length - 1) / 2;
  const centre = kernel[reach] ?? 0;
  const row = new Float32Array(width + 2 * reach);
  for (let y = 0; y < height; y += 1) {
    const start = y * width;
    row.fill(pixels[start] ?? 0, 0, reach);
    row.set(pixels.subarray(start, start + width), reach);
    row.fill(pixels[start + width - 1] ?? 0, reach + width);
    for (let x = 0; x < width; x += 1) {
      let sum = centre * (row[x + reach] ?? 0) + 0.5;
      // Two at a time: the kernel is the same to both sides.
      for (let tap = 0; tap < reach; tap += 1) {
        sum += (kernel[tap] ?? 0) * ((row[x + tap] ?? 0) + (row[x + 2 * reach - tap] ?? 0));
      }
      target.pixels[x * height + y] = sum;
    }
  }
  return target;
}
