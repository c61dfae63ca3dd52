import type { Box } from '../../../core/index.ts';
import { pixelAt, type Canvas, type Pixel } from './canvas.ts';

/** Room for an outline around a box that reaches the picture's edge, in pixels. */
export const MARGIN = 1;

/**
 * Adds a margin and, where there is a box, an outline just outside it.
 *
 * @param box in the canvas's pixels; may be fractional
 */
export function outlined(canvas: Canvas, box: Box | null): Canvas {
  const width = canvas.width + 2 * MARGIN;
  const height = canvas.height + 2 * MARGIN;
  const onOutline = box ? outlineOf(box) : () => false;
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const x = index % width;
    const y = Math.floor(index / width);
    return onOutline(x, y) ? 'outline' : pixelAt(canvas, x - MARGIN, y - MARGIN);
  });
  return { width, height, pixels };
}

export function scaled({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

/** Whether a pixel, counted with the margin, lies on the outline. */
function outlineOf({ x, y, width, height }: Box): (x: number, y: number) => boolean {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = Math.ceil(x + width) + MARGIN;
  const bottom = Math.ceil(y + height) + MARGIN;
  return (px, py) => {
    const within = px >= left && px <= right && py >= top && py <= bottom;
    return within && (px === left || px === right || py === top || py === bottom);
  };
}
