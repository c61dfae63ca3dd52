import type { Picture } from '../../../core/index.ts';
import type { LabelledPicture } from '../../evaluation/labelled-picture.ts';
import { digitAt, type Digits } from '../mnist.ts';
import { Random } from '../random.ts';
import { transparent } from '../looks/as-picture.ts';
import { blank, negative, type Grey } from '../transform/grey.ts';
import { areaAverage } from '../transform/resize.ts';
import { weighted } from '../weighted.ts';
import { interleaved } from './camera.ts';
import { gridCell, NO_RARITIES, photograph, type Studio, type Subject } from './photograph.ts';
import { paste } from './scene.ts';
import { written } from './writing.ts';

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
  ...NO_RARITIES,
};
const CELLS: Studio = { ...STUDIO, longSide: [40, 160], leastAspect: 0.85, coloured: 0.6 };

interface Trap {
  /** Of all pictures, in percent. */
  readonly share: number;
  readonly take: (subject: Subject, random: Random) => Picture;
}

const TRAPS: readonly [Trap, ...Trap[]] = [
  { share: 79, take: (subject, random) => photograph(subject, STUDIO, random).picture },
  { share: 14, take: (subject, random) => gridCell(subject, CELLS, random).picture },
  { share: 4, take: ({ digit }, random) => cutOut(digit, random) },
  { share: 3, take: ({ digit }, random) => tiny(digit, random) },
];

/** Ink on nothing, as drawing programs save it. */
function cutOut(digit: Grey, random: Random): Picture {
  return transparent(written(digit, random.integer(60, 300), random), random);
}

/** In a few pixels, without compression or noise. */
function tiny(digit: Grey, random: Random): Picture {
  const layer = written(digit, 64, random);
  const factor = random.integer(14, 26) / 64;
  const size = {
    width: Math.ceil(layer.width * factor),
    height: Math.ceil(layer.height * factor),
  };
  const small = areaAverage(layer, size);
  const margin = random.integer(0, 4);
  const frame = blank({ width: size.width + 2 * margin, height: size.height + 2 * margin });
  paste(frame, small, margin, margin);
  return interleaved([random.chance(0.5) ? frame : negative(frame)], false);
}

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
    const picture = weighted(TRAPS, random).take(subject, random);
    yield { name: `photograph-${number}`, label: digits.labels[index] ?? 0, picture };
  }
}
