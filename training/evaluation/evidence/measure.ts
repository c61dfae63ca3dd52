import type { Reader } from '../../../core/index.ts';
import { CommandError } from '../../../runtime-node/cli/command-error.ts';
import { nonDigitSet } from '../../data/non-digits/index.ts';
import { accuracy, pictureCount, rightCount } from '../../report/confusion.ts';
import type { ModelEvidence, OutsideFigures, SetFigures } from '../../report/evidence.ts';
import type { LabelledPicture } from '../labelled-picture.ts';
import { MADE_COUNT } from '../options.ts';
import { mnistTestSet, photographSet, type PictureSet } from '../picture-set.ts';
import { refusalsOf, trustIn } from '../refusals.ts';
import { score, type Score } from '../score.ts';
import { viewsOf, type Views } from '../views.ts';
import type { OutsideSet } from './outside.ts';
import { POINT_COUNT, robustnessOf } from './robustness.ts';

/** MNIST test pictures, the first ones, at each point of a robustness curve: the standard error is at most 1.1 points. */
const ROBUSTNESS_PICTURES = 2_000;

/** Told how far each part of the measuring has come; what it throws ends the measuring. */
export type OnPart = (part: string, done: number, total: number) => void;

/** What is measured of a model, but for what it is. */
export interface Measured {
  readonly evidence: Omit<ModelEvidence, 'file' | 'sha256' | 'network'>;
  /** On the MNIST test pictures. */
  readonly score: Score<Views>;
}

export async function measureModel(
  read: Reader,
  outside: readonly OutsideSet[],
  onPart: OnPart,
): Promise<Measured> {
  const mnist = await scoreSet(read, await mnistTestSet(), 'MNIST', onPart);
  const photographs = await scoreSet(read, await photographSet(MADE_COUNT), 'photographs', onPart);
  const mistrust = await trustIn(read, nonDigitSet(MADE_COUNT), (done) => {
    onPart('non-digits', done, MADE_COUNT);
  });
  const { confidences, sure } = mnist;
  const evidence = {
    mnistTest: figuresOf(mnist),
    photographs: figuresOf(photographs),
    refusals: refusalsOf({ confidences, sureCount: sure.count }, mistrust),
    robustness: await measureRobustness(read, onPart),
    outside: await measureOutside(read, outside, onPart),
  };
  return { evidence, score: mnist };
}

async function measureRobustness(read: Reader, onPart: OnPart) {
  const pictures: LabelledPicture[] = [];
  for await (const picture of (await mnistTestSet()).pictures(() => undefined)) {
    if (pictures.length === ROBUSTNESS_PICTURES) break;
    pictures.push(picture);
  }
  const total = pictures.length * POINT_COUNT;
  let done = 0;
  const curves = await robustnessOf(read, pictures, () => {
    onPart('robustness', (done += 1), total);
  });
  return { pictures: pictures.length, curves };
}

async function measureOutside(read: Reader, sets: readonly OutsideSet[], onPart: OnPart) {
  const figures: OutsideFigures[] = [];
  for (const { open, ...described } of sets) {
    const scored = await scoreSet(read, await open(), described.set, onPart);
    figures.push({ ...described, ...figuresOf(scored) });
  }
  return figures;
}

function scoreSet(
  read: Reader,
  { count, pictures }: PictureSet,
  part: string,
  onPart: OnPart,
): Promise<Score<Views>> {
  const leaveOut = ({ file, reason }: { readonly file: string; readonly reason: string }) => {
    throw new CommandError(`${file}: ${reason}`);
  };
  return score(read, pictures(leaveOut), viewsOf, (done) => {
    onPart(part, done, count);
  });
}

function figuresOf({ confusion, sure, calibrationError }: Score<Views>): SetFigures {
  return {
    count: pictureCount(confusion),
    right: rightCount(confusion),
    accuracy: accuracy(confusion) ?? NaN,
    sure,
    calibrationError,
  };
}
