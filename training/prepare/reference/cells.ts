import { areaAverage } from './area-average.ts';
import type { Matrix } from './matrix.ts';

/** A picture averaged to few cells; a cell is `longPixels / longCells` pixels long and wide. */
export interface Cells {
  readonly grey: Matrix;
  readonly longCells: number;
  readonly longPixels: number;
  readonly isFine: boolean;
}

/** 128 cells along the longer side from 128 pixels on, else 64 or as many as there are pixels. */
export function cellsOf(grey: Matrix): Cells {
  const longPixels = Math.max(grey.height, grey.width);
  const isFine = longPixels >= 128;
  const longCells = isFine ? 128 : Math.min(longPixels, 64);
  const axis = (length: number) => ({
    pixelCount: length,
    cellCount: Math.ceil((length * longCells) / longPixels),
    start: 0,
    length,
    cellUnits: longPixels,
    pixelUnits: longCells,
  });
  const average = areaAverage(grey, axis(grey.height), axis(grey.width));
  return { grey: average, longCells, longPixels, isFine };
}
