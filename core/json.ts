import type { Answer } from './reader.ts';

/** An answer as the server and the command line write it. */
export interface AnswerJson {
  readonly digit: number | null;
  readonly sure: boolean;
  readonly probabilities: readonly number[];
  readonly logits: readonly number[];
  /** x, y, width, height in pixels of the picture, like the model's own output. */
  readonly box: readonly [number, number, number, number];
  readonly found: boolean;
}

export function toJson({ digit, sure, probabilities, logits, box, found }: Answer): AnswerJson {
  return {
    digit,
    sure,
    probabilities: [...probabilities],
    logits: [...logits],
    box: [box.x, box.y, box.width, box.height],
    found,
  };
}
