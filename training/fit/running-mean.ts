import type { Mean } from './epochs.ts';

/** Loss and accuracy of a batch, or their means over an epoch. */
export interface EpochResult {
  readonly loss: number;
  /** Of the pictures that show a digit, 0 to 1. */
  readonly accuracy: number;
}

/** Sums over one batch. */
export interface BatchSums {
  readonly loss: number;
  readonly pictures: number;
  /** Those of the pictures that show a digit, and of them those read right. */
  readonly digits: number;
  readonly right: number;
}

export class RunningMean implements Mean<BatchSums, EpochResult> {
  #loss = 0;
  #pictures = 0;
  #digits = 0;
  #right = 0;

  add({ loss, pictures, digits, right }: BatchSums): void {
    this.#loss += loss;
    this.#pictures += pictures;
    this.#digits += digits;
    this.#right += right;
  }

  get result(): EpochResult {
    return { loss: this.#loss / this.#pictures, accuracy: this.#right / this.#digits };
  }
}
