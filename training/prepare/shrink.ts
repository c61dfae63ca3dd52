import type { Value } from '../onnx/graph.ts';
import { asIndices, countUpTo, longSide, type Frame } from './frame.ts';
import type { Whole } from '../exact/whole.ts';

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
  const { graph } = frame.height;
  const stride = longSide(frame)
    .plus(MAX_SHRUNK_SIDE - 1)
    .dividedBy(MAX_SHRUNK_SIDE);
  const middle = stride.minus(1).atLeast(0).dividedBy(2);
  const kept = (side: Whole) =>
    side.plus(stride.minus(1)).dividedBy(stride).within({ low: 1, high: MAX_SHRUNK_SIDE });
  const [height, width] = [kept(frame.height), kept(frame.width)];
  const take = (from: Value, count: Whole, side: Whole, axis: number) => {
    const places = countUpTo(count, MAX_SHRUNK_SIDE).times(stride).plus(middle);
    return graph.node('Gather', [from, asIndices(places.atMost(side.minus(1)))], { axis });
  };
  const rows = take(image, height, frame.height, 0);
  return { image: take(rows, width, frame.width, 1), height, width, stride };
}
