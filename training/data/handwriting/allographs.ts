import { BROADEST_PEN } from './hand.ts';
import { parseStroke, type Stroke } from './stroke.ts';

/** One of the shapes that a digit is written in. */
export interface Allograph {
  readonly digit: number;
  /** Of the hands that write this digit, in percent. */
  readonly share: number;
  readonly name: string;
  /** In the order that they are written in; heights from 0 to 1, y downwards. */
  readonly strokes: readonly Stroke[];
  /** Factors on its width, the least and the most. */
  readonly widths: readonly [number, number];
  /** As `Hand.width`: a broader one would close its loops, and make another digit of it. */
  readonly broadestPen: number;
}

const WIDTHS = [0.75, 1.3] as const;

/**
 * A 1 with a flag that becomes wider is taken for a 7, and a 7 that becomes narrower for a 1. The longer its flag, the
 * wider a 1 can be as in a scan stretched to a square: the flag stays steeper than a 7's bar.
 */
const WIDTHS_OF_ONE = [0.65, 1.15] as const;
const WIDTHS_OF_SEVEN = [0.9, 1.35] as const;

function allograph(
  digit: number,
  share: number,
  name: string,
  strokes: readonly string[],
  widths: readonly [number, number] = WIDTHS,
): Allograph {
  const parsed = strokes.map(parseStroke);
  return { digit, share, name, strokes: parsed, widths, broadestPen: BROADEST_PEN };
}

/** Written with fine pens alone. */
function fine(shape: Allograph): Allograph {
  return { ...shape, broadestPen: 2.2 };
}

const LOOP_OF_ZERO = '40,0 14,13 0,48 12,86 37,100 62,87 75,50 62,13 40,0 28,5';
const ARCS_OF_THREE = '25,44^ 50,52 62,74 46,96 20,100 0,88';
const BODY_OF_FIVE = '10,3 5,44^ 30,36 57,48 62,73 42,97 16,100 0,91';
const BOW_OF_SEVEN = '0,12 20,0 43,7 52,34 44,68 26,100';
const LOOP_OF_NINE = '57,14 38,0 12,8 1,30 12,50 34,49 52,32 58,8^';

/**
 * What European hands write, and American ones besides. A 1 has a flag that slopes up to its stem, with or
 * without a base; a 7 a bar that lies nearly flat, often with a hook at its left or a crossbar. The rarer
 * ones are what a network misread that did not know them, of two sets of UCI: the bows of a 4, the s-shaped and
 * hooked tails of a 9 and its knot over a base in "Optical Recognition of Handwritten Digits" (Alpaydin and Kaynak,
 * 1998); leaning and hooked 1s, hooked and low crossbars, tiny loops of 6 and 9, open ones of 8 and 9, and waves
 * in "Pen-Based Recognition of Handwritten Digits" (Alpaydin and Alimoglu, 1998).
 */
export const ALLOGRAPHS: readonly [Allograph, ...Allograph[]] = [
  allograph(0, 41, 'round', [LOOP_OF_ZERO]),
  allograph(0, 20, 'narrow', [LOOP_OF_ZERO], [0.4, 0.65]),
  allograph(0, 15, 'wide', [LOOP_OF_ZERO], [1.3, 1.6]),
  allograph(0, 8, 'looped', ['58,12 36,2 10,20 0,55 16,92 42,100 66,80 73,42 58,10 36,9 22,18']),
  allograph(0, 12, 'slashed', [LOOP_OF_ZERO, '8,96 70,4']),
  allograph(0, 4, 'begun inside', ['26,58 56,14 34,0 8,26 0,68 18,99 46,92 70,56 69,22 50,2']),

  allograph(1, 6, 'bare', ['8,0 5,50 3,100'], WIDTHS_OF_ONE),
  allograph(1, 2, 'bare with a heavy foot', ['32,0 8,76 2,96 10,99 15,82 6,90'], [0.6, 1.2]),
  allograph(1, 13, 'flag', ['0,41 42,0^ 42,100'], [0.65, 1.5]),
  allograph(1, 9, 'long flag', ['0,58 26,32 46,0^ 45,100'], [0.65, 1.8]),
  allograph(1, 7, 'short flag', ['0,22 20,0^ 20,100'], WIDTHS_OF_ONE),
  allograph(1, 12, 'flag and base', ['4,39 40,0^ 40,100', '10,100 72,100'], WIDTHS_OF_ONE),
  allograph(1, 7, 'short flag and base', ['8,21 28,0^ 28,100', '0,100 56,99'], WIDTHS_OF_ONE),
  allograph(1, 12, 'flag and leaning stem', ['0,56 62,2 68,4 30,100'], [0.6, 1.4]),
  allograph(1, 4, 'flag and foot to the left', ['0,42 36,0^ 35,62 32,90 20,99 0,97'], [0.6, 1.1]),
  allograph(1, 6, 'flag and curved foot', ['0,52 74,0^ 50,60 43,86 49,100'], [0.55, 1.1]),
  allograph(
    1,
    3,
    'curled flag and base',
    ['12,36 2,29 8,18 24,17 38,0^ 37,100', '0,99 52,97'],
    [0.6, 1.1],
  ),
  allograph(1, 7, 'hooked flag', ['8,62 0,54 16,30 40,0^ 30,52 18,100'], [0.6, 1.5]),
  allograph(1, 4, 'bowed flag', ['0,36 22,41 52,26 76,0^ 46,100'], [0.65, 1.3]),
  allograph(
    1,
    8,
    'flag, stem and base in one',
    ['10,44 48,0^ 40,54 24,86 0,98^ 84,96'],
    [0.7, 1.2],
  ),

  allograph(2, 28, 'flat base', ['2,24 12,6 34,0 57,9 62,30 46,58 0,100^ 68,99']),
  allograph(2, 23, 'looped base', [
    '4,22 18,4 40,0 58,12 57,35 35,68 14,92 0,95 4,82 20,84 44,98 70,92',
  ]),
  allograph(2, 25, 'angular', ['0,20 20,2 46,0 62,14^ 2,100^ 68,98']),
  allograph(2, 20, 'swan', ['0,28 10,8 32,0 54,10 57,32 38,66 4,96^ 24,88 48,99 68,90']),
  allograph(2, 4, 'one wave', ['0,24 12,4 32,2 44,22 42,58 50,90 72,99'], [0.8, 1.2]),

  allograph(3, 32, 'two arcs', [`2,12 26,0 52,10 52,32 ${ARCS_OF_THREE}`]),
  allograph(3, 30, 'flat top', [`4,1 60,0^ ${ARCS_OF_THREE}`]),
  allograph(3, 22, 'looped middle', [
    '3,12 28,0 52,12 46,36 24,46 22,38 42,44 60,62 56,88 28,100 0,90',
  ]),
  allograph(
    3,
    6,
    'shallow waist',
    ['0,8 16,0 32,7 33,24 24,45 34,63 36,85 22,98 2,98'],
    [0.6, 1.3],
  ),
  allograph(3, 6, 'curl at the top', ['24,14 9,17 7,5 28,0 50,8 49,29 35,46 46,63 38,87 4,100']),
  allograph(3, 4, 'angular wave', ['0,9 40,0 70,10 58,32 24,52 48,78 58,92 44,100'], [0.7, 1.1]),

  allograph(4, 11, 'open', ['22,0 2,60^ 72,58', '50,32 46,100']),
  allograph(4, 13, 'closed', ['50,100 52,0^ 0,66^ 76,65']),
  allograph(4, 10, 'long stem', ['24,12 0,58^ 74,57', '54,0 50,100']),
  allograph(4, 9, 'lightning', ['40,0 0,56^ 66,50', '46,28 26,100']),
  allograph(4, 5, 'lightning of one stroke', ['42,0 0,54^ 62,46^ 36,100']),
  allograph(4, 6, 'one wave', ['24,0 3,34 1,50 16,61 52,68 65,80 61,100'], [0.65, 1.2]),
  allograph(4, 12, 'round corner', ['4,2 0,34 12,50 34,50 54,40', '56,0 54,100']),
  allograph(4, 10, 'bow', ['34,0 12,26 3,50 14,63 38,60 66,52', '50,36 44,100']),
  allograph(4, 8, 'bow and short stem', ['30,0 8,34 3,56 20,67 54,60', '46,46 44,100'], [0.6, 1.1]),
  allograph(4, 9, 'low bar', ['42,0 10,42 0,70 10,84 36,81 62,72', '62,42 46,100'], [0.7, 1.2]),
  allograph(4, 4, 'stem apart', ['16,0 3,40 2,72 12,83 28,80', '40,64 30,78 33,100'], [0.75, 1.5]),
  allograph(4, 3, 'leaning stem', ['42,2 14,28 2,52 12,60 32,59', '58,26 26,66 0,100']),

  allograph(5, 30, 'one stroke', ['60,0 10,2^ 5,44^ 30,36 57,48 62,73 42,97 16,100 0,91']),
  allograph(5, 30, 'detached bar', [BODY_OF_FIVE, '14,2 66,0']),
  allograph(5, 15, 'distant bar', [BODY_OF_FIVE, '28,-3 74,-7']),
  allograph(5, 25, 'smooth', ['64,2 36,0 14,10 10,32 32,44 58,58 58,84 34,100 0,94']),

  allograph(6, 36, 'curved', ['52,0 26,18 6,48 2,76 18,98 42,97 56,77 46,58 24,56 6,72']),
  allograph(6, 22, 'straight stem', ['42,0 18,36 2,68 8,92 30,100 52,88 54,66 36,56 14,62 4,74']),
  allograph(6, 19, 'small loop', ['46,0 18,26 2,60 4,86 20,100 40,94 44,78 30,69 12,76 4,86']),
  allograph(6, 13, 'large loop', ['50,2 24,14 4,44 2,74 20,98 48,97 64,70 52,44 26,42 6,58']),
  fine(allograph(6, 6, 'tiny loop', ['26,0 12,44 8,84 16,100 26,90 18,79 4,84 0,94'], [0.7, 1.7])),
  fine(
    allograph(6, 4, 'loop to the left', ['68,0 42,44 22,84 30,100 38,84 24,75 0,77'], [0.6, 1.2]),
  ),

  allograph(7, 10, 'plain', ['0,3 60,0^ 24,100'], WIDTHS_OF_SEVEN),
  allograph(7, 18, 'crossbar', ['0,3 60,0^ 24,100', '16,50 64,47'], WIDTHS_OF_SEVEN),
  allograph(7, 9, 'hook', ['1,19 4,1^ 64,0^ 26,100'], WIDTHS_OF_SEVEN),
  allograph(7, 14, 'hook and crossbar', ['0,17 4,1^ 64,0^ 28,100', '18,50 66,48'], WIDTHS_OF_SEVEN),
  allograph(
    7,
    10,
    'wave and curved stem',
    ['0,12 12,1 36,5 62,0^ 38,38 26,70 22,100'],
    WIDTHS_OF_SEVEN,
  ),
  allograph(7, 11, 'bow and hooked crossbar', [BOW_OF_SEVEN, '2,86 7,68 24,58 70,51'], [0.7, 1.3]),
  allograph(7, 6, 'bow and high crossbar', [BOW_OF_SEVEN, '16,62 20,44 54,37'], [0.7, 1.3]),
  allograph(7, 5, 'hook and hooked crossbar', ['0,16 6,2^ 62,2^ 30,100', '6,84 2,68^ 70,59']),
  allograph(7, 4, 'one stroke', ['0,10 22,0 44,8 51,40 44,74 34,99^ 4,66^ 16,58 74,50']),
  allograph(7, 3, 'curled hook', ['20,18 6,20 0,11 9,4 32,7 62,4 58,30 42,66 32,100'], [1, 1.4]),
  allograph(7, 3, 'looped hook', ['0,22 18,19 22,10 8,3 0,10 15,16 70,5^ 32,100'], [1, 1.4]),
  allograph(7, 5, 'bow and low crossbar', [
    '0,14 18,0 40,4 50,24 46,62 36,100',
    '6,98 8,80 26,71 78,65',
  ]),
  allograph(
    7,
    2,
    'bow and long crossbar',
    ['0,11 14,2 30,8 40,30 42,62 40,100', '2,66 80,60'],
    [0.7, 1.2],
  ),

  allograph(8, 36, 'one stroke', [
    '52,13 32,0 8,10 10,31 34,47 56,65 54,90 29,100 4,88 6,66 30,47 50,32 54,14',
  ]),
  allograph(8, 22, 'two loops', [
    '32,46 10,36 8,11 31,0 54,11 52,36 32,46',
    '32,46 60,60 58,90 31,100 3,90 2,60 32,46',
  ]),
  allograph(8, 15, 'small top', [
    '44,14 31,2 16,12 20,28 40,44 60,66 54,92 28,100 2,88 4,62 26,42 42,27 44,12',
  ]),
  allograph(8, 15, 'large top', [
    '58,16 34,0 4,12 4,38 30,58 46,74 44,94 26,100 10,90 14,72 36,56 58,38 58,14',
  ]),
  allograph(8, 5, 'open on top', [
    '68,4 40,1 15,12 17,31 41,50 51,72 40,96 18,98 3,80 16,54 42,24',
  ]),
  allograph(8, 4, 'open to the left', [
    '0,20 20,4 50,2 54,18 28,42 52,58 60,84 32,100 5,86 12,62 36,40',
  ]),
  fine(allograph(8, 3, 'ribbon', ['44,4 30,26 20,62 6,92 0,98 6,84 30,56 56,24 66,3 46,2'])),

  allograph(9, 12, 'straight tail', [`${LOOP_OF_NINE} 55,100`]),
  allograph(9, 10, 'curved tail', [`${LOOP_OF_NINE} 58,60 50,90 26,100 2,90`]),
  allograph(9, 9, 'inclined tail', ['54,16 36,0 10,10 0,32 14,48 36,44 52,24 56,10^ 44,56 20,100']),
  allograph(9, 7, 'one curve', ['55,10 34,0 10,9 0,29 14,47 36,43 52,24 56,16 54,50 44,80 22,100']),
  allograph(9, 9, 'hooked tail', [`${LOOP_OF_NINE} 58,56 54,84 32,100 8,94 0,80`]),
  allograph(9, 8, 's-shaped tail', [
    '50,14 32,0 8,9 2,29 18,46 42,38 53,10^ 48,40 60,68 48,94 22,100 0,88',
  ]),
  allograph(9, 7, 'small loop and bow', [
    '44,12 28,0 8,7 4,23 18,34 38,27 45,9^ 44,36 60,62 54,90 28,100 0,95',
  ]),
  allograph(9, 7, 'small loop and base', [
    '46,10 26,0 6,8 6,27 26,37 44,25 46,8^ 43,46 62,74 58,97 28,100 0,98',
  ]),
  fine(
    allograph(9, 6, 'knot and base', [
      '0,45 30,43 49,25 45,7 28,0 15,14 22,36 47,54 62,74 55,92 30,98 0,97',
    ]),
  ),
  allograph(9, 5, 'open loop', ['22,33 6,36 0,20 14,3 42,0 58,20 56,52 40,100'], [0.7, 1.2]),
  allograph(9, 2, 'open loop and straight tail', ['15,30 2,24 6,8 28,0 48,8 52,30 45,100']),
  fine(allograph(9, 5, 'flat loop', ['54,15 10,20 1,13 28,2 54,1 60,14 38,56 0,100'], [0.7, 1.3])),
  fine(allograph(9, 3, 'flat loop and straight tail', ['50,14 8,15 0,7 24,0 52,6 61,34 46,100'])),
  fine(
    allograph(9, 4, 'tiny loop and foot', ['32,1 12,8 2,21 12,24 34,8^ 34,58 38,86 28,97 0,100']),
  ),
  fine(
    allograph(9, 3, 'tiny loop and wide bow', [
      '16,28 44,25 52,10 38,0 8,2 2,11 26,20 62,38 82,62 70,86 36,97 0,100',
    ]),
  ),
  fine(
    allograph(9, 3, 'tiny loop and hooked tail', [
      '40,16 34,6 48,0 64,7 60,20 46,21 40,10^ 66,16 72,44 68,76 50,96 28,100 8,90 0,74',
    ]),
  ),
];
