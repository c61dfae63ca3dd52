import { areaAverage } from './area-average.ts';
import { placeByMass } from './centre-of-mass.ts';
import type { Ink } from './ink.ts';
import { Matrix } from './matrix.ts';
import { darkOnLight } from './polarity.ts';

const DIGIT_SIDE = 20;

/** The ink as MNIST has it; all black where none was found. */
export function normalise(grey: Matrix, ink: Ink): Matrix {
  if (!ink.found) return new Matrix(28, 28, () => 0);
  const { box } = ink;
  const long = Math.max(box.height, box.width);
  const height = digitSide(box.height, long);
  const width = digitSide(box.width, long);
  const axis = (pixelCount: number, cellCount: number, start: number, length: number) => ({
    ...{ pixelCount, cellCount, start, length },
    ...{ cellUnits: length, pixelUnits: cellCount },
  });
  const vertical = axis(grey.height, height, box.top, box.height);
  const horizontal = axis(grey.width, width, box.left, box.width);
  const light = darkOnLight(areaAverage(grey, vertical, horizontal), ink.isOnLight);
  const dark = light.map((level, y, x) => {
    const row = nearestCell(y, height, box.top, box.height, ink, ink.paper.height);
    const column = nearestCell(x, width, box.left, box.width, ink, ink.paper.width);
    return Math.max(0, ink.paper.at(row, column) - level) * ink.kept.at(row, column);
  });
  return placeByMass(stretched(dark, ink.grain));
}

/** Rounded to the nearest, at least 1. */
function digitSide(side: number, long: number): number {
  return Math.max(1, Math.floor((side * DIGIT_SIDE + Math.floor(long / 2)) / long));
}

/** The cell in which the picture's pixel under the middle of a digit's pixel begins. */
function nearestCell(
  pixel: number,
  pixels: number,
  start: number,
  length: number,
  { cells }: Ink,
  count: number,
): number {
  const middle = start + Math.floor(((2 * pixel + 1) * length) / (2 * pixels));
  return Math.min(Math.floor((middle * cells.longCells) / cells.longPixels), count - 1);
}

/** From 0 at twice the paper's grain (a quarter of the ink at most) to 255 at the darkest. */
function stretched(dark: Matrix, grain: number): Matrix {
  const darkest = dark.largest();
  const paper = Math.min(2 * grain, Math.floor(darkest / 4));
  const gain = Math.floor((255 * 256) / Math.max(darkest - paper, 8));
  return dark.map((level) => Math.min(255, Math.floor((Math.max(0, level - paper) * gain) / 256)));
}
