import type { Value } from '../onnx/graph.ts';
import type { Whole } from '../exact/whole.ts';
import { everyNth, longSide, type Frame } from './frame.ts';

/** The longest side that the rest of the preparation works on, in pixels. */
export const MAX_SHRUNK_SIDE = 512;

/** A picture of which every `stride`-th row and column was kept. */
export interface Shrunk extends Frame {
  /** uint8 [height, width, channels]. */
  readonly image: Value;
  /** Pixels of the picture given per pixel of this one. */
  readonly stride: Whole;
}

/**
 * Takes every n-th row and column, n being the least that brings the picture to 512 pixels, from the middle
 * of each n. What is averaged later takes the noise away.
 */
export function shrink(image: Value, frame: Frame): Shrunk {
  const stride = longSide(frame)
    .plus(MAX_SHRUNK_SIDE - 1)
    .dividedBy(MAX_SHRUNK_SIDE);
  const middle = stride.minus(1).atLeast(0).dividedBy(2);
  const kept = (side: Whole) =>
    side
      .minus(middle)
      .plus(stride.minus(1))
      .atLeast(1)
      .dividedBy(stride)
      .within({ low: 0, high: MAX_SHRUNK_SIDE })
      .atLeast(1);
  // The only row of a picture that is much wider than high is the first.
  const first = (side: Whole) => middle.atMost(side.minus(1));
  const starts = { height: first(frame.height), width: first(frame.width) };
  return {
    image: everyNth(image, starts, frame, stride),
    height: kept(frame.height),
    width: kept(frame.width),
    stride,
  };
}
