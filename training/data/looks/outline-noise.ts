import type { Random } from '../random.ts';
import type { Grey } from '../transform/grey.ts';

/** A copy with one to `most` single pixels inked beside the strokes, as a coarse scan's dirt is. */
export function saltAtOutline(scan: Grey, most: number, random: Random): Grey {
  const pixels = scan.pixels.slice();
  const outline = outlineOf(scan);
  const count = Math.min(random.integer(1, most), outline.length);
  for (let salt = 0; salt < count; salt += 1) {
    pixels[outline[random.integer(0, outline.length - 1)] ?? 0] = 255;
  }
  return { ...scan, pixels };
}

/** The blank pixels that ink is beside, above or below. */
function outlineOf({ pixels, width }: Grey): number[] {
  const isInked = (index: number) => (pixels[index] ?? 0) > 0;
  return [...pixels.keys()].filter((index) => {
    const x = index % width;
    const isBeside = (x > 0 && isInked(index - 1)) || (x < width - 1 && isInked(index + 1));
    return !isInked(index) && (isBeside || isInked(index - width) || isInked(index + width));
  });
}
