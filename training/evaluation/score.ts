import type { Answer, Picture, Reader } from '../../core/index.ts';
import { confusionMatrix, type Confusion } from '../report/confusion.ts';
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
}

/**
 * Reads pictures one by one and compares with their labels.
 *
 * @param show what to keep of a misread picture; the pictures themselves are let go
 * @param onRead told how many pictures have been read
 */
export async function score<Shown>(
  read: Reader,
  pictures: Iterable<LabelledPicture> | AsyncIterable<LabelledPicture>,
  show: (picture: Picture, answer: Answer) => Shown,
  onRead: (count: number) => void = () => undefined,
): Promise<Score<Shown>> {
  const labels: number[] = [];
  const predictions: (number | null)[] = [];
  const misreadings: Misreading<Shown>[] = [];
  for await (const { name, label, picture } of pictures) {
    const answer = await read(picture);
    const { digit } = answer;
    labels.push(label);
    predictions.push(digit);
    if (digit !== null && digit !== label) {
      const probability = answer.probabilities[digit] ?? 0;
      misreadings.push({ name, label, digit, probability, shown: show(picture, answer) });
    }
    onRead(labels.length);
  }
  misreadings.sort((a, b) => b.probability - a.probability);
  return { confusion: confusionMatrix(labels, predictions), misreadings };
}
