import type { Picture } from '../../../core/index.ts';
import type { Canvas, Colour } from './canvas.ts';

/** Transparent pixels are shown as on white paper. */
const PAPER = 255;

/** Shrinks a picture, never enlarging it, by averaging areas until its longer side fits. */
export function thumbnail(picture: Picture, maxSide: number): Canvas {
  const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height));
  const columns = cuts(picture.width, scale);
  const rows = cuts(picture.height, scale);
  const pixels = rows.flatMap((vertical) =>
    columns.map((horizontal) => meanColour(picture, horizontal, vertical)),
  );
  return { width: columns.length, height: rows.length, pixels };
}

/** Half open, in pixels. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Cuts a length into as many ranges as the scale leaves, none of them empty. */
function cuts(length: number, scale: number): readonly Range[] {
  const count = Math.max(1, Math.round(length * scale));
  const cut = (index: number) => Math.floor((index * length) / count);
  return Array.from({ length: count }, (_, index) => ({ start: cut(index), end: cut(index + 1) }));
}

function meanColour(picture: Picture, columns: Range, rows: Range): Colour {
  const { pixels, width, channels } = picture;
  const hasAlpha = channels === 2 || channels === 4;
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  let [r, g, b] = [0, 0, 0];
  for (let y = rows.start; y < rows.end; y++) {
    for (let x = columns.start; x < columns.end; x++) {
      const at = (y * width + x) * channels;
      const opacity = hasAlpha ? (pixels[at + channels - 1] ?? 0) / 255 : 1;
      r += onPaper(pixels[at], opacity);
      g += onPaper(pixels[at + green], opacity);
      b += onPaper(pixels[at + blue], opacity);
    }
  }
  const area = (columns.end - columns.start) * (rows.end - rows.start);
  return [Math.round(r / area), Math.round(g / area), Math.round(b / area)];
}

function onPaper(value = 0, opacity: number): number {
  return value * opacity + PAPER * (1 - opacity);
}
