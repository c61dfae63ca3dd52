import { Whole } from '../exact/whole.ts';
import { areaAverage } from './area-average.ts';
import { countUpTo, longSide, type Frame } from './frame.ts';
import { MAX_SHRUNK_SIDE } from './shrink.ts';

/** Side of the square on which paper and ink are told apart, in cells. */
const CELLS = 64;

/** Below this difference between paper and ink (of 255) a picture counts as blank. */
const LEAST_CONTRAST = 16;

/** A cell belongs to the digit where it has more than 1/4 of the darkest ink. */
const BOX_THRESHOLD_BITS = 2;

/** A part of a picture; `top` and `left` count from 0. */
export interface InkBox extends Frame {
  readonly top: Whole;
  readonly left: Whole;
}

/** What is known of a picture's ink. Everything but the box is [1, 1]. */
export interface Ink {
  /** 1 where the paper is lighter than the ink, else 0. */
  readonly paperIsLight: Whole;
  /** The level of the paper, and the darkest ink below it, once the ink is the dark of the two. */
  readonly paper: Whole;
  readonly darkest: Whole;
  /** 1 where there is ink, 0 on a blank picture. */
  readonly found: Whole;
  readonly box: InkBox;
}

/** Finds the ink of a grey picture [height, width]. */
export function findInk(grey: Whole, frame: Frame): Ink {
  const working = workingPicture(grey, frame);
  const paperIsLight = isPaperLight(working);
  const inkIsDark = darkOnLight(working.cells, paperIsLight).times(working.valid);
  const paper = inkIsDark.largest(CELLS, CELLS);
  const ink = paper.minus(inkIsDark).atLeast(0).times(working.valid);
  const darkest = ink.largest(CELLS, CELLS);
  const threshold = darkest.shiftedRight(BOX_THRESHOLD_BITS);
  const box = inkBox(ink.minus(threshold).isPositive(), working, frame);
  return {
    paperIsLight,
    paper,
    darkest,
    found: darkest.minus(LEAST_CONTRAST - 1).isPositive(),
    box,
  };
}

/** `grey` as it is where the paper is light, else its negative. */
export function darkOnLight(grey: Whole, paperIsLight: Whole): Whole {
  // 255 - grey, plus 2 * grey - 255 where the paper is light.
  return grey.times(2).minus(255).times(paperIsLight).plus(255).minus(grey).within(grey.range);
}

/** The picture averaged to at most 64x64 cells, in the top left corner of a square of 64x64. */
interface WorkingPicture extends Frame {
  /** [64, 64], 0 to 255; 0 outside. */
  readonly cells: Whole;
  /** [64, 64], 1 where a cell is within the picture. */
  readonly valid: Whole;
  /** Side of a cell, in 64ths of a pixel. */
  readonly cellUnits: Whole;
}

function workingPicture(grey: Whole, frame: Frame): WorkingPicture {
  const { graph } = grey;
  const cellUnits = longSide(frame).atLeast(CELLS);
  const cellsOver = (side: Whole) =>
    side.times(CELLS).plus(cellUnits.minus(1)).dividedBy(cellUnits).within({ low: 1, high: CELLS });
  const axis = (length: Whole) => ({
    pixels: countUpTo(length, MAX_SHRUNK_SIDE),
    start: Whole.matrix(graph, 1, [0]),
    length,
    cells: CELLS,
    cellUnits,
    pixelUnits: Whole.matrix(graph, 1, [CELLS]),
  });
  const [height, width] = [cellsOver(frame.height), cellsOver(frame.width)];
  const rows = height.minus(Whole.column(graph, CELLS)).isPositive();
  const columns = width.minus(Whole.row(graph, CELLS)).isPositive();
  const cells = areaAverage(grey, axis(frame.height), axis(frame.width));
  return { cells, valid: rows.times(columns), height, width, cellUnits };
}

/** 1 where the mean of the picture's border is nearer to its lightest cell than to its darkest. */
function isPaperLight({ cells, valid, height, width }: WorkingPicture): Whole {
  const { graph } = cells;
  const lightest = cells.largest(CELLS, CELLS);
  const darkness = Whole.matrix(graph, 1, [255]).minus(cells).times(valid).largest(CELLS, CELLS);
  const [column, row] = [Whole.column(graph, CELLS), Whole.row(graph, CELLS)];
  const first = Whole.matrix(graph, 1, [0]);
  const edgeRows = row.isEqualTo(first).plus(row.isEqualTo(height.minus(1)));
  const edgeColumns = column.isEqualTo(first).plus(column.isEqualTo(width.minus(1)));
  // Weights of 0, 1 or 2 (a picture one cell wide has both edges in one), two of them not 0.
  const reach = 2 * 255 * CELLS;
  const inRows = edgeRows.matMul(cells, 2 * 255).rowSums(CELLS);
  const inColumns = cells.matMul(edgeColumns, 2 * 255).columnSums(CELLS);
  const total = inRows.plus(inColumns).within({ low: 0, high: 2 * reach });
  const mean = total.dividedBy(height.plus(width).times(2)).within(cells.range);
  // mean - darkest >= lightest - mean, with darkest = 255 - darkness.
  return mean.times(2).plus(darkness).minus(lightest).minus(254).isPositive();
}

/** The smallest box around the cells of `mask`, in pixels of the picture; all of it on an empty mask. */
function inkBox(mask: Whole, { cellUnits }: WorkingPicture, frame: Frame): InkBox {
  const columns = mask.columnSums(CELLS).isPositive();
  const rows = mask.rowSums(CELLS).isPositive().transposed();
  const vertical = extent(rows, cellUnits, frame.height);
  const horizontal = extent(columns, cellUnits, frame.width);
  return {
    top: vertical.start,
    height: vertical.length,
    left: horizontal.start,
    width: horizontal.length,
  };
}

/** The first and the last 1 of a row [1, 64] of cells, as pixels of a side. */
function extent(mask: Whole, cellUnits: Whole, side: Whole) {
  const { graph } = mask;
  const index = Whole.row(graph, CELLS);
  const fromEnd = Whole.matrix(graph, 1, [CELLS]).minus(index);
  const firstCell = mask.times(fromEnd).largest(1, CELLS).times(-1).plus(CELLS);
  const endCell = mask.times(index.plus(1)).largest(1, CELLS);
  const start = firstCell.times(cellUnits).dividedBy(CELLS).atMost(side.minus(1));
  const end = endCell
    .times(cellUnits)
    .plus(CELLS - 1)
    .dividedBy(CELLS)
    .atMost(side);
  // At least one pixel, also on an empty mask, where `start` and `end` are both at an edge.
  const length = end.minus(start).atLeast(1).within({ low: 1, high: MAX_SHRUNK_SIDE });
  return { start, length };
}
