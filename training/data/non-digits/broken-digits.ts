import { digitAt, type Digits } from '../mnist.ts';
import { paste } from '../photograph/scene.ts';
import type { Random } from '../random.ts';
import { chain, rotation, scaling, translation } from '../transform/affine.ts';
import { blank, type Grey } from '../transform/grey.ts';
import { warp } from '../transform/warp.ts';

const SIDE = 28;

type Half = 'top' | 'bottom' | 'left';

/** Halves that are no digit themselves: the top of a 9 is a 0, the right of an 8 a 3. */
const HALVES: Readonly<Record<number, readonly [Half, ...Half[]]>> = {
  0: ['top', 'bottom'],
  2: ['bottom', 'left'],
  3: ['left'],
  4: ['left'],
  5: ['bottom', 'left'],
  8: ['left'],
  9: ['left'],
};

/** Digits over which another is not seen as one of the two. */
const TANGLED: readonly (readonly [number, number])[] = [
  [2, 4],
  [2, 5],
  [2, 6],
  [3, 4],
  [4, 5],
  [4, 8],
  [0, 4],
  [0, 2],
  [5, 7],
  [6, 7],
  [3, 6],
];

/** A digit cut in two, one half of it. */
export function halfDigit(digits: Digits, random: Random): Grey {
  const [index, label] = randomDigit(digits, random, (of) => of in HALVES);
  const half = random.pick(HALVES[label] ?? ['top']);
  const digit = digitAt(digits, index);
  const picture = blank(digit);
  const cut = SIDE / 2 + random.integer(-1, 1);
  for (let y = 0; y < SIDE; y += 1) {
    if (half === 'top' ? y >= cut : half === 'bottom' && y < cut) continue;
    const end = half === 'left' ? cut : SIDE;
    picture.pixels.set(digit.pixels.subarray(y * SIDE, y * SIDE + end), y * SIDE);
  }
  return picture;
}

/** Two digits written over each other. */
export function tangledDigits(digits: Digits, random: Random): Grey {
  const [first, label] = randomDigit(digits, random, (of) => TANGLED.flat().includes(of));
  const [second] = randomDigit(digits, random, (of) => isTangled(label, of));
  const picture = placed(digitAt(digits, first), random, random.between(-3, 3));
  paste(picture, placed(digitAt(digits, second), random, random.between(-3, 3)), 0, 0);
  return picture;
}

/** Two digits side by side: a number, but no digit. */
export function sideBySide(digits: Digits, random: Random): Grey {
  const picture = blank({ width: SIDE, height: SIDE });
  for (const middle of [7.5, 20.5]) {
    const [index] = randomDigit(digits, random, () => true);
    const pull = chain(
      translation(-middle, -SIDE / 2),
      scaling(1.5),
      translation(SIDE / 2, SIDE / 2),
    );
    paste(picture, warp(digitAt(digits, index), picture, pull), 0, 0);
  }
  return picture;
}

function placed(digit: Grey, random: Random, x: number): Grey {
  const middle = SIDE / 2;
  const turned = chain(translation(-middle - x, -middle), rotation(random.between(-20, 20)));
  return warp(digit, digit, chain(turned, translation(middle, middle + random.between(-2, 2))));
}

function isTangled(a: number, b: number): boolean {
  return TANGLED.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
}

/** The index and the label of a digit that is wanted: the next one from anywhere. */
function randomDigit(
  { count, labels }: Digits,
  random: Random,
  isWanted: (label: number) => boolean,
): readonly [number, number] {
  const start = random.integer(0, count - 1);
  for (let step = 0; step < count; step += 1) {
    const index = (start + step) % count;
    const label = labels[index] ?? 0;
    if (isWanted(label)) return [index, label];
  }
  throw new RangeError('None of the digits is of the kind that is wanted here.');
}
