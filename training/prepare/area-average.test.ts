import test from 'node:test';
import { Random } from '../data/random.ts';
import { Whole } from '../exact/whole.ts';
import { areaAverage, type Lattice } from './area-average.ts';
import { frameWith, type Frame } from './frame.ts';
import { areaAverage as reference, type Axis as PlainAxis } from './reference/area-average.ts';
import { Matrix } from './reference/matrix.ts';
import { assertSame, BYTE, openPiece } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

const LONGEST = 768;
const MOST_CELLS = 128;

/** The numbers of both axes: a row for each that `latticeOf` takes, a column for each axis. */
const NUMBERS = { low: 0, high: LONGEST };

function latticeOf(numbers: Whole): Lattice & { frame: Frame } {
  const take = (place: number, low: number, high: number) =>
    numbers.rowsAt(place).within({ low, high });
  return {
    frame: frameWith(take(0, 1, LONGEST)),
    start: take(1, 0, LONGEST - 1),
    length: take(2, 1, LONGEST),
    cells: take(3, 1, MOST_CELLS),
  };
}

function numbersOf(...axes: readonly PlainAxis[]): Matrix {
  const columns = axes.map(({ pixelCount, start, length, cellCount }) => {
    return [pixelCount, start, length, cellCount];
  });
  return new Matrix(4, axes.length, (y, x) => columns[x]?.[y] ?? NaN);
}

/** Cells from much smaller to much larger than a pixel, over a part of the pixels. */
function randomAxis(pixelCount: number, random: Random): PlainAxis {
  const start = random.integer(0, pixelCount - 1);
  const length = random.integer(1, pixelCount - start);
  const cellCount = random.integer(1, MOST_CELLS);
  return { pixelCount, cellCount, start, length, cellUnits: length, pixelUnits: cellCount };
}

test('areaAverage averages over cells of any size as the reference does', async () => {
  const run = await openPiece({ source: BYTE, numbers: NUMBERS }, ({ source, numbers }) => {
    const { frame, ...lattice } = latticeOf(numbers);
    return { average: areaAverage(source, frame, LONGEST, lattice) };
  });
  const random = new Random(5);
  for (const source of [...greyPictures(300, 5, 200), ...greyPictures(10, 6, LONGEST)]) {
    const vertical = randomAxis(source.height, random);
    const horizontal = randomAxis(source.width, random);
    const { average } = await run({ source, numbers: numbersOf(vertical, horizontal) });
    const expected = reference(source, vertical, horizontal);
    const own = new Matrix(expected.height, expected.width, (y, x) => average.at(y, x));
    assertSame(own, expected, JSON.stringify({ vertical, horizontal }));
  }
});
