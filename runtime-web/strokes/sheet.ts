import type { Picture } from '../../core/index.ts';
import type { Point } from './stroke.ts';

/**
 * Side of the paper, in pixels. Twenty times what the classifier looks at, and about as many as the
 * page shows, so that lines look smooth.
 */
export const SHEET_SIDE = 560;

export const PAPER = 255;

/** A square of white paper. */
export function blankSheet(): Picture {
  const pixels = new Uint8Array(SHEET_SIDE * SHEET_SIDE).fill(PAPER);
  return { pixels, width: SHEET_SIDE, height: SHEET_SIDE, channels: 1 };
}

/**
 * Draws straight lines from point to point in black, with round ends, on a grey picture. A path of one
 * point is a dot. Crossing lines are no darker than one, so the order of drawing doesn't matter.
 */
export function drawPath(sheet: Picture, path: readonly Point[]): void {
  path.forEach((point, i) => {
    drawLine(sheet, path[i - 1] ?? point, point);
  });
}

function drawLine(sheet: Picture, from: Point, to: Point): void {
  // Half a pixel more than the pen's radius: there the edge fades out.
  const reach = Math.max(from.width, to.width) / 2 + 0.5;
  const left = Math.max(0, Math.floor(Math.min(from.x, to.x) - reach));
  const right = Math.min(sheet.width, Math.ceil(Math.max(from.x, to.x) + reach));
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y) - reach));
  const bottom = Math.min(sheet.height, Math.ceil(Math.max(from.y, to.y) + reach));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const grey = Math.round(PAPER * (1 - coverage(x + 0.5, y + 0.5, from, to)));
      const pixel = y * sheet.width + x;
      sheet.pixels[pixel] = Math.min(sheet.pixels[pixel] ?? PAPER, grey);
    }
  }
}

/** How much of the pixel around a place the line covers, 0 to 1, taken from its distance alone. */
function coverage(x: number, y: number, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const lengthSquared = dx * dx + dy * dy;
  const projection = (x - from.x) * dx + (y - from.y) * dy;
  const along = lengthSquared === 0 ? 0 : clamp(projection / lengthSquared);
  const radius = (from.width + (to.width - from.width) * along) / 2;
  // Not Math.hypot: engines may round it differently.
  const distance = Math.sqrt((x - from.x - along * dx) ** 2 + (y - from.y - along * dy) ** 2);
  return clamp(radius + 0.5 - distance);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
