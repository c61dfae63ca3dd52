import { SEEN_SIDE } from '../../core/index.ts';
import { DIGIT_BYTES, type Digits } from '../data/mnist.ts';
import type { LabelledPicture } from './labelled-picture.ts';

/** MNIST's digits as grey pictures, in MNIST's order, named by their index. */
export function* mnistPictures({ pixels, labels }: Digits): Generator<LabelledPicture> {
  for (const [index, label] of labels.entries()) {
    const start = index * DIGIT_BYTES;
    yield {
      name: `mnist-${index}`,
      label,
      picture: {
        pixels: pixels.subarray(start, start + DIGIT_BYTES),
        width: SEEN_SIDE,
        height: SEEN_SIDE,
        channels: 1,
      },
    };
  }
}
