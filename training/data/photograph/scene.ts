import { blank, type Grey, type Size } from '../transform/grey.ts';
import type { Box } from './ink-extent.ts';

/** What lies before the camera, flat. */
export interface Scene extends Size {
  /** How much ink covers each pixel, 0 to 255: the digit's and that of others. */
  readonly ink: Grey;
  /** How much of the digit's own ink covers each pixel, 0 to 255. */
  readonly digit: Grey;
  /** How much of each pixel is printed on or stained, 0 to 255. */
  readonly print: Grey;
  /** Where the digit's ink is, as far as it is within the frame. */
  readonly box: Box;
}

/** A digit alone on a sheet, its top left corner at (left, top). */
export function sceneWith(layer: Grey, size: Size, left: number, top: number): Scene {
  const digit = blank(size);
  paste(digit, layer, left, top);
  const [firstX, firstY] = [Math.max(0, left), Math.max(0, top)];
  const box = {
    left: firstX,
    top: firstY,
    width: Math.min(left + layer.width, size.width) - firstX,
    height: Math.min(top + layer.height, size.height) - firstY,
  };
  const ink = { ...digit, pixels: digit.pixels.slice() };
  return { ...size, ink, digit, print: blank(size), box };
}

/** Lays `layer` onto `sheet`, partly outside where it does not fit; what is brighter there stays. */
export function paste(sheet: Grey, layer: Grey, left: number, top: number): void {
  const [firstX, firstY] = [Math.max(0, -left), Math.max(0, -top)];
  const [endX, endY] = [
    Math.min(layer.width, sheet.width - left),
    Math.min(layer.height, sheet.height - top),
  ];
  for (let y = firstY; y < endY; y += 1) {
    for (let x = firstX; x < endX; x += 1) {
      const index = (top + y) * sheet.width + left + x;
      const level = layer.pixels[y * layer.width + x] ?? 0;
      if (level > (sheet.pixels[index] ?? 0)) sheet.pixels[index] = level;
    }
  }
}

export const SIDES = ['left', 'top', 'right', 'bottom'] as const;

export type Side = (typeof SIDES)[number];

export function isUpright(side: Side): boolean {
  return side === 'left' || side === 'right';
}

/** Free room between the digit and the frame, in pixels. */
export type Room = Readonly<Record<Side, number>>;

export function roomAround({ box, width, height }: Scene): Room {
  return {
    left: box.left,
    top: box.top,
    right: width - box.left - box.width,
    bottom: height - box.top - box.height,
  };
}
