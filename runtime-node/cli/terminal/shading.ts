import { isColour, pixelAt, type Canvas, type Colour, type Pixel } from './canvas.ts';

/** From no ink to much, in characters that cover more and more of their cell. */
const RAMP = ' .:-=+*#%@';

/** A smaller difference between darkest and brightest is paper and noise: it is not stretched to black and white. */
const LEAST_CONTRAST = 64;

/**
 * Draws a canvas in plain characters, two pixels in each, one above the other. What most of the picture
 * is made of counts as paper, so that ink is dense whether it is dark on bright or bright on dark.
 */
export function shading(canvas: Canvas): string[] {
  const inkOf = inkScale(canvas.pixels.filter(isColour).map(luminance));
  const lines = Math.ceil(canvas.height / 2);
  return Array.from({ length: lines }, (_, line) =>
    Array.from({ length: canvas.width }, (_, x) => character(canvas, x, line, inkOf)).join(''),
  );
}

/** From luminance to ink, 0 to 1, by the darkest and the brightest there are. */
function inkScale(luminances: readonly number[]): (luminance: number) => number {
  const darkest = Math.min(...luminances);
  const brightest = Math.max(...luminances);
  const contrast = Math.max(LEAST_CONTRAST, brightest - darkest);
  const brightPaper = mean(luminances) > (darkest + brightest) / 2;
  return (value) => (brightPaper ? brightest - value : value - darkest) / contrast;
}

function character(
  canvas: Canvas,
  x: number,
  line: number,
  inkOf: (luminance: number) => number,
): string {
  if (isOutline(canvas, x, line)) return outlineCharacter(canvas, x, line);
  const colours = pair(canvas, x, line).filter(isColour);
  if (colours.length === 0) return ' ';
  const ink = inkOf(mean(colours.map(luminance)));
  return RAMP[Math.round(ink * (RAMP.length - 1))] ?? ' ';
}

function outlineCharacter(canvas: Canvas, x: number, line: number): string {
  const beside = isOutline(canvas, x - 1, line) || isOutline(canvas, x + 1, line);
  const stacked = isOutline(canvas, x, line - 1) || isOutline(canvas, x, line + 1);
  if (beside && stacked) return '+';
  return beside ? '-' : '|';
}

function isOutline(canvas: Canvas, x: number, line: number): boolean {
  return pair(canvas, x, line).includes('outline');
}

function pair(canvas: Canvas, x: number, line: number): readonly Pixel[] {
  return [pixelAt(canvas, x, 2 * line), pixelAt(canvas, x, 2 * line + 1)];
}

/** Rec. 601 luma. */
function luminance([red, green, blue]: Colour): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
