import type { LabelledPicture } from '../../evaluation/labelled-picture.ts';
import { digitAt, type Digits } from '../mnist.ts';
import { Random } from '../random.ts';
import { photograph, gridCell, type Studio } from './photograph.ts';

/** The training's seeds come from its rounds and never are this one. */
const SEED = 0x70686f74;

/** As phones and scanners give them. */
const STUDIO: Studio = {
  longSide: [100, 1000],
  leastAspect: 0.6,
  tilt: 1,
  leastInk: 22,
  coloured: 0.85,
  withAlpha: 0.4,
};
const CELLS: Studio = { ...STUDIO, longSide: [40, 160], leastAspect: 0.85, coloured: 0.6 };

const CELL_SHARE = 0.15;

/**
 * Pictures as people take them of digits on paper and boards: the evaluation set. Picture number n is the
 * same for every count.
 *
 * @param digits raw MNIST; its test pictures, unless this is to try things out
 */
export function* photographedSet(
  digits: Digits,
  count = 2000,
  seed = SEED,
): Generator<LabelledPicture> {
  for (let number = 0; number < count; number += 1) {
    const random = new Random(seed, number);
    const [index, neighbour] = [number % digits.count, random.integer(0, digits.count - 1)];
    const subject = { digit: digitAt(digits, index), neighbour: digitAt(digits, neighbour) };
    const shot = random.chance(CELL_SHARE)
      ? gridCell(subject, CELLS, random)
      : photograph(subject, STUDIO, random);
    yield { name: `photograph-${number}`, label: digits.labels[index] ?? 0, picture: shot.picture };
  }
}
