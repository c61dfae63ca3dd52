import type { Whole } from '../exact/whole.ts';
import type { Value } from '../onnx/graph.ts';
import { everyNth, frameWith, longSide, type Frame } from './frame.ts';

/** The longest side that the rest of the preparation works on, in pixels. */
export const MAX_SHRUNK_SIDE = 768;

/** A picture of which every `stride`-th row and column was kept. */
export interface Shrunk extends Frame {
  /** uint8 [height, width, channels]. */
  readonly image: Value;
  /** Pixels of the picture given per pixel of this one. */
  readonly stride: Whole;
}

/**
 * Takes every n-th row and column, n being the least that brings the picture to 768 pixels, from the middle
 * of each n. What is averaged later takes the noise away.
 */
export function shrink(image: Value, frame: Frame): Shrunk {
  const stride = longSide(frame)
    .plus(MAX_SHRUNK_SIDE - 1)
    .dividedBy(MAX_SHRUNK_SIDE);
  const middle = stride.minus(1).atLeast(0).dividedBy(2);
  // From the middle of each n on, as many are left as ceil((side - middle) / stride): the side rounded.
  const sides = frame.sides
    .dividedByRounding(stride)
    .within({ low: 0, high: MAX_SHRUNK_SIDE })
    .atLeast(1);
  // The only row of a picture that is much wider than high is the first.
  const starts = middle.atMost(frame.sides.minus(1));
  return { ...frameWith(sides), image: everyNth(image, starts.asIndices(), stride), stride };
}
