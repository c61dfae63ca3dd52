import test from 'node:test';
import { Random } from '../data/random.ts';
import { Whole } from '../exact/whole.ts';
import { areaAverage, type Axis } from './area-average.ts';
import { countUpTo } from './frame.ts';
import { areaAverage as reference, type Axis as PlainAxis } from './reference/area-average.ts';
import { Matrix } from './reference/matrix.ts';
import { assertSame, BYTE, openPiece } from './reference/piece.ts';
import { greyPictures } from './reference/pictures.ts';

const LONGEST = 512;
const MOST_CELLS = 128;

/** The numbers of an axis in one row, in the order in which `axisOf` takes them. */
const AXIS = { low: 0, high: LONGEST };

function axisOf(numbers: Whole): Axis {
  const take = (place: number, low: number, high: number) =>
    numbers.gather(Whole.matrix(numbers.graph, 1, [place]), 1).within({ low, high });
  return {
    pixels: countUpTo(take(0, 1, LONGEST), LONGEST),
    cells: countUpTo(take(1, 1, MOST_CELLS), MOST_CELLS).transposed(),
    start: take(2, 0, LONGEST - 1),
    length: take(3, 1, LONGEST),
    cellUnits: take(4, 1, LONGEST),
    pixelUnits: take(5, 1, MOST_CELLS),
  };
}

function rowOf(axis: PlainAxis): Matrix {
  const { pixelCount, cellCount, start, length, cellUnits, pixelUnits } = axis;
  const numbers = [pixelCount, cellCount, start, length, cellUnits, pixelUnits];
  return new Matrix(1, numbers.length, (_, x) => numbers[x] ?? NaN);
}

/** Cells from much smaller to much larger than a pixel, over a part of the pixels. */
function randomAxis(pixelCount: number, random: Random): PlainAxis {
  const start = random.integer(0, pixelCount - 1);
  const length = random.integer(1, pixelCount - start);
  const pixelUnits = random.integer(1, MOST_CELLS);
  const cellUnits = random.integer(1, random.pick([8, 64, LONGEST]));
  const most = Math.min(MOST_CELLS, Math.ceil((length * pixelUnits) / cellUnits));
  const cellCount = random.chance(0.5) ? most : random.integer(1, most);
  return { pixelCount, cellCount, start, length, cellUnits, pixelUnits };
}

test('areaAverage averages over cells of any size as the reference does', async () => {
  const run = await openPiece(
    { source: BYTE, vertical: AXIS, horizontal: AXIS },
    ({ source, vertical, horizontal }) => ({
      average: areaAverage(source, axisOf(vertical), axisOf(horizontal)),
    }),
  );
  const random = new Random(5);
  for (const source of [...greyPictures(300, 5, 200), ...greyPictures(10, 6, LONGEST)]) {
    const vertical = randomAxis(source.height, random);
    const horizontal = randomAxis(source.width, random);
    const result = await run({
      source,
      vertical: rowOf(vertical),
      horizontal: rowOf(horizontal),
    });
    const expected = reference(source, vertical, horizontal);
    assertSame(result.average, expected, JSON.stringify({ vertical, horizontal }));
  }
});
