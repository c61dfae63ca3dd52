import type { Image } from './image.ts';

const LONGEST = 768;

/** The middle pixel of every n, both ways; a side that has none of these gives its last. */
export function shrink(image: Image): Image & { readonly stride: number } {
  const stride = strideOf(image);
  const [rows, columns] = [middles(image.height, stride), middles(image.width, stride)];
  const { channels } = image;
  const pixels = new Uint8Array(rows.length * columns.length * channels);
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      const from = (row * image.width + column) * channels;
      const pixel = image.pixels.subarray(from, from + channels);
      pixels.set(pixel, (y * columns.length + x) * channels);
    }
  }
  return { pixels, height: rows.length, width: columns.length, channels, stride };
}

/** The least that leaves at most 768 pixels along the longer side. */
function strideOf({ height, width }: Image): number {
  let stride = 1;
  while (Math.max(height, width) > LONGEST * stride) stride += 1;
  return stride;
}

function middles(side: number, stride: number): number[] {
  const places = [];
  for (let place = (stride - 1) >> 1; place < side; place += stride) places.push(place);
  return places.length > 0 ? places : [side - 1];
}
