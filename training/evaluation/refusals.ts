import type { Picture, Reader } from '../../core/index.ts';
import { confidenceOf } from './confidence.ts';
import { shareFrom, thresholdAccepting } from './sure-from.ts';

/** Share of the test digits that are accepted where refusals of several models are compared. */
const COMPARED_AT = 0.99;

/** How well a model tells digits from what is none. Shares are 0 to 1. */
export interface Refusals {
  /** Pictures of no digit, those in which the model found none, and those it refused: not found or not sure. */
  readonly nonDigits: {
    readonly count: number;
    readonly notFound: number;
    readonly refused: number;
  };
  /** Test digits, and those that the model is sure of. */
  readonly digits: { readonly count: number; readonly accepted: number };
  /** What would be refused with the threshold at which exactly so many test digits are accepted. */
  readonly compared: {
    readonly sureFrom: number;
    readonly accepted: number;
    readonly refused: number;
  };
}

/** What a model makes of pictures, digits or not, as far as refusing them goes. */
export interface Trust {
  /** Of each picture, 0 to 1: the largest probability, 0 where no digit was found. */
  readonly confidences: readonly number[];
  readonly sureCount: number;
}

/** @param onRead told how many pictures have been read; what it throws ends the reading */
export async function trustIn(
  read: Reader,
  pictures: Iterable<Picture>,
  onRead: (count: number) => void = () => undefined,
): Promise<Trust> {
  const confidences: number[] = [];
  let sureCount = 0;
  for (const picture of pictures) {
    const answer = await read(picture);
    confidences.push(confidenceOf(answer));
    if (answer.sure) sureCount += 1;
    onRead(confidences.length);
  }
  return { confidences, sureCount };
}

export function refusalsOf(digits: Trust, nonDigits: Trust): Refusals {
  const { sureFrom, accepted } = thresholdAccepting(COMPARED_AT, digits.confidences);
  const count = nonDigits.confidences.length;
  return {
    nonDigits: {
      count,
      notFound: nonDigits.confidences.filter((confidence) => confidence === 0).length,
      refused: count - nonDigits.sureCount,
    },
    digits: { count: digits.confidences.length, accepted: digits.sureCount },
    compared: { sureFrom, accepted, refused: 1 - shareFrom(sureFrom, nonDigits.confidences) },
  };
}
