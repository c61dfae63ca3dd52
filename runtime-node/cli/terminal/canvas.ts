/** Red, green, blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export type Pixel = Colour | 'outline' | 'empty';

/** A small picture to show in a terminal. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** [height * width], row by row. */
  readonly pixels: readonly Pixel[];
}

/** The pixel in a column and row; empty outside the canvas. */
export function pixelAt({ width, height, pixels }: Canvas, x: number, y: number): Pixel {
  const inside = x >= 0 && x < width && y >= 0 && y < height;
  return (inside ? pixels[y * width + x] : undefined) ?? 'empty';
}

export function isColour(pixel: Pixel): pixel is Colour {
  return pixel !== 'outline' && pixel !== 'empty';
}
