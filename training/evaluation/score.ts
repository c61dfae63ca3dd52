import type { Answer, Picture, Reader } from '../../core/index.ts';
import { calibrationErrorOf } from '../report/calibration.ts';
import { confusionMatrix, type Confusion } from '../report/confusion.ts';
import { confidenceOf } from './confidence.ts';
import type { LabelledPicture } from './labelled-picture.ts';

/** A picture in which another digit was read than is there. */
export interface Misreading<Shown> {
  readonly name: string;
  readonly label: number;
  readonly digit: number;
  /** Of the wrong digit, 0 to 1. */
  readonly probability: number;
  readonly shown: Shown;
}

export interface Score<Shown> {
  readonly confusion: Confusion;
  /** The most confident first. Pictures where no digit was found are counted in `confusion` alone. */
  readonly misreadings: readonly Misreading<Shown>[];
  /** Of each picture, 0 to 1: the largest probability, 0 where no digit was found. */
  readonly confidences: readonly number[];
  /** Pictures of whose digit the model is sure, and those of them that it reads right. */
  readonly sure: { readonly count: number; readonly right: number };
  /** 15 bins, 0 to 1, over the pictures where a digit was found; null where there are none. */
  readonly calibrationError: number | null;
}

/**
 * Reads pictures one by one and compares with their labels.
 *
 * @param show what to keep of a misread picture; the pictures themselves are let go
 * @param onRead told how many pictures have been read; what it throws ends the reading
 */
export async function score<Shown>(
  read: Reader,
  pictures: Iterable<LabelledPicture> | AsyncIterable<LabelledPicture>,
  show: (picture: Picture, answer: Answer) => Shown,
  onRead: (count: number) => void = () => undefined,
): Promise<Score<Shown>> {
  const readings: Reading[] = [];
  const misreadings: Misreading<Shown>[] = [];
  for await (const { name, label, picture } of pictures) {
    const answer = await read(picture);
    const { digit, sure } = answer;
    const confidence = confidenceOf(answer);
    readings.push({ label, digit, sure, confidence });
    if (digit !== null && digit !== label) {
      const shown = show(picture, answer);
      misreadings.push({ name, label, digit, probability: confidence, shown });
    }
    onRead(readings.length);
  }
  misreadings.sort((a, b) => b.probability - a.probability);
  return { misreadings, ...figuresOf(readings) };
}

/** What is kept of every picture. */
interface Reading {
  readonly label: number;
  readonly digit: number | null;
  readonly sure: boolean;
  readonly confidence: number;
}

function figuresOf(readings: readonly Reading[]): Omit<Score<never>, 'misreadings'> {
  const sure = readings.filter((reading) => reading.sure);
  return {
    confusion: confusionMatrix(
      readings.map(({ label }) => label),
      readings.map(({ digit }) => digit),
    ),
    confidences: readings.map(({ confidence }) => confidence),
    sure: { count: sure.length, right: sure.filter(isRight).length },
    calibrationError: calibrationErrorOf(
      readings
        .filter(({ digit }) => digit !== null)
        .map((reading) => ({ confidence: reading.confidence, isRight: isRight(reading) })),
    ),
  };
}

function isRight({ label, digit }: Reading): boolean {
  return label === digit;
}
