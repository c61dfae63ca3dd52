import type { Reader } from '../../../core/index.ts';
import {
  addNoise,
  blur,
  contrast,
  rotate,
  scale,
  strokeWidth,
  type Grey,
} from '../../data/transform/index.ts';
import type { RobustnessCurve } from '../../report/evidence.ts';
import type { LabelledPicture } from '../labelled-picture.ts';

/** Something that is done to a picture, 28x28, ink bright on black. */
interface Spoiling {
  readonly name: string;
  readonly unit: string;
  readonly neutral: number;
  readonly values: readonly number[];
  /** @param seed another for each picture */
  readonly spoil: (picture: Grey, value: number, seed: number) => Grey;
}

/** To where the digit is hard to read for people too. */
const SPOILINGS: readonly Spoiling[] = [
  {
    name: 'rotation',
    unit: 'degrees, counter-clockwise',
    neutral: 0,
    values: [-60, -45, -30, -15, 0, 15, 30, 45, 60],
    spoil: rotate,
  },
  {
    name: 'scale',
    unit: 'size of the digit, times its own',
    neutral: 1,
    values: [0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.2, 1.4],
    spoil: scale,
  },
  {
    name: 'noise',
    unit: 'standard deviation, of 255 levels',
    neutral: 0,
    values: [0, 16, 32, 48, 64, 96, 128],
    spoil: addNoise,
  },
  {
    name: 'blur',
    unit: 'standard deviation, in pixels of 28x28',
    neutral: 0,
    values: [0, 0.5, 1, 1.5, 2, 2.5, 3],
    spoil: blur,
  },
  {
    name: 'contrast',
    unit: 'times the contrast',
    neutral: 1,
    values: [0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1],
    spoil: contrast,
  },
  {
    name: 'stroke width',
    unit: 'change, in pixels of 28x28',
    neutral: 0,
    values: [-2, -1.5, -1, -0.5, 0, 1, 2, 3, 4],
    spoil: strokeWidth,
  },
];

/** Readings that `robustnessOf` takes of each picture. */
export const POINT_COUNT = SPOILINGS.reduce((sum, { values }) => sum + values.length, 0);

/**
 * Accuracy through the full model as pictures are turned, shrunk, spoilt and so on.
 *
 * @param pictures 28x28, grey, ink bright on black
 * @param onRead called after each reading; what it throws ends the measurement
 */
export async function robustnessOf(
  read: Reader,
  pictures: readonly LabelledPicture[],
  onRead: () => void,
): Promise<RobustnessCurve[]> {
  const curves: RobustnessCurve[] = [];
  for (const { name, unit, neutral, values, spoil } of SPOILINGS) {
    const points: RobustnessCurve['points'][number][] = [];
    for (const value of values) {
      let right = 0;
      for (const [seed, { label, picture }] of pictures.entries()) {
        const spoilt = value === neutral ? picture : spoil(picture, value, seed);
        const { digit } = await read({ ...spoilt, channels: 1 });
        if (digit === label) right += 1;
        onRead();
      }
      points.push({ value, accuracy: right / pictures.length });
    }
    curves.push({ name, unit, neutral, points });
  }
  return curves;
}
