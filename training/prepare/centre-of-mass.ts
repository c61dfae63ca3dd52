import { SEEN_SIDE } from '../../core/index.ts';
import { Whole } from '../exact/whole.ts';

/** The longer side of a digit in MNIST's pictures, in pixels. */
export const DIGIT_SIDE = 20;

const WHITE = 255;
const PLACES = [...Array(DIGIT_SIDE).keys()];
const ONES = PLACES.map(() => 1);

/** Of all rows of a digit, or of all columns. */
const SUM_OF_PLACES = PLACES.reduce((sum, place) => sum + place, 0);

/**
 * Moves a digit so that its centre of mass is the centre of a picture of 28x28.
 *
 * @param digit [20, 20], 0 to 255, 0 beyond its sides
 * @param sides its height and width, [1, 2]
 * @returns [28, 28]
 */
export function placeByMass(digit: Whole, sides: Whole): Whole {
  const { down, along } = placement(topLeftOf(digit, sides));
  // Each row of `down` and `along` has a single 1 at the most.
  return down.matMul(digit, WHITE).matMul(along.transposed(), WHITE);
}

/**
 * Where a digit begins so that its centre of mass comes into pixel 14, as in every picture of MNIST (measured:
 * between 13.5 and 14.5 when pixels count from 0), kept within 28: its row and its column, [1, 2].
 */
function topLeftOf(digit: Whole, sides: Whole): Whole {
  const { mass, moments } = momentsOf(digit);
  return moments
    .dividedByRounding(mass.atLeast(1))
    .within({ low: 0, high: DIGIT_SIDE - 1 })
    .subtractedFrom(SEEN_SIDE / 2)
    .atLeast(0)
    .atMost(sides.subtractedFrom(SEEN_SIDE));
}

/** The sum of all pixels, and their sums weighed by their rows and by their columns, [1, 2]. */
function momentsOf(digit: Whole): { mass: Whole; moments: Whole } {
  const { graph } = digit;
  const weights = Whole.matrix(graph, 2, [...PLACES, ...ONES]);
  // Weighed by places twice, by them and by 1, by 1 and by them, and by 1 twice.
  const sums = weights
    .matMul(digit, WHITE * SUM_OF_PLACES)
    .matMul(weights.transposed(), WHITE * SUM_OF_PLACES ** 2);
  const flat = new Whole(graph, graph.reshape(sums.value, [1, 4]), sums.range);
  return {
    mass: flat.columnsAt(3).within({ low: 0, high: WHITE * DIGIT_SIDE ** 2 }),
    moments: flat.columnsAt(1, 2).within({ low: 0, high: WHITE * SUM_OF_PLACES * DIGIT_SIDE }),
  };
}

/** [28, 20] each: 1 where a row, or a column, of the digit comes to lie. */
function placement(topLeft: Whole): { down: Whole; along: Whole } {
  const { graph } = topLeft;
  const starts = topLeft.columnsAt(...PLACES.map(() => 0), ...PLACES.map(() => 1));
  const places = starts.plus(Whole.matrix(graph, 1, [...PLACES, ...PLACES]));
  const both = Whole.column(graph, SEEN_SIDE).isEqualTo(places);
  return {
    down: both.columnsAt(...PLACES),
    along: both.columnsAt(...PLACES.map((place) => DIGIT_SIDE + place)),
  };
}
