import { scaling } from './affine.ts';
import { blank, type Grey, type Size } from './grey.ts';
import { warp } from './warp.ts';

/** Makes a picture smaller: each pixel is the mean of the area it covers. */
export function areaAverage(picture: Grey, { width, height }: Size): Grey {
  return turnedAverage(turnedAverage(picture, width), height);
}

/** Averages the rows to `length` and turns them into columns, so that twice does both. */
function turnedAverage({ pixels, width, height }: Grey, length: number): Grey {
  const target = blank({ width: height, height: length });
  const step = width / length;
  for (let place = 0; place < length; place += 1) {
    const [start, end] = [place * step, (place + 1) * step];
    const [first, last] = [Math.floor(start), Math.min(Math.ceil(end), width) - 1];
    for (let y = 0; y < height; y += 1) {
      let sum = 0;
      for (let x = first; x <= last; x += 1) {
        const covered = Math.min(x + 1, end) - Math.max(x, start);
        sum += covered * (pixels[y * width + x] ?? 0);
      }
      target.pixels[place * height + y] = sum / step + 0.5;
    }
  }
  return target;
}

/** Makes a picture larger without smoothing: each pixel becomes a brick. */
export function bricks(picture: Grey, size: Size): Grey {
  const target = blank(size);
  for (let y = 0; y < size.height; y += 1) {
    const row = Math.floor((y * picture.height) / size.height) * picture.width;
    for (let x = 0; x < size.width; x += 1) {
      const column = Math.floor((x * picture.width) / size.width);
      target.pixels[y * size.width + x] = picture.pixels[row + column] ?? 0;
    }
  }
  return target;
}

/** Makes a picture larger, interpolated between its pixels; towards the edge it darkens. */
export function bilinear(picture: Grey, size: Size): Grey {
  return warp(picture, size, scaling(picture.width / size.width, picture.height / size.height));
}
