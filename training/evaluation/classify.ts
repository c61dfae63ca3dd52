import { CLASS_COUNT, CLASSIFIER_MODEL, SEEN_SIDE } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import { sliceDigits, type Digits } from '../data/mnist.ts';

/** Pictures a run: large enough that calling the session costs nothing, small enough for the cache. */
const BATCH = 500;

/**
 * What a classifier model makes of prepared pictures.
 *
 * @returns logits, [count * 10]
 */
export async function classify(classifier: Uint8Array, digits: Digits): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(classifier, SESSION_OPTIONS);
  const all = new Float32Array(digits.count * CLASS_COUNT);
  for (let start = 0; start < digits.count; start += BATCH) {
    const { pixels, count } = sliceDigits(digits, start, Math.min(start + BATCH, digits.count));
    const input = new ort.Tensor('uint8', pixels, [count, SEEN_SIDE, SEEN_SIDE]);
    const { logits } = await session.run({ [CLASSIFIER_MODEL.input]: input });
    if (!(logits?.data instanceof Float32Array))
      throw new TypeError('The classifier gives no logits.');
    all.set(logits.data, start * CLASS_COUNT);
  }
  return all;
}

/** The digit of each row of logits: the index of its largest, the first where several are as large. */
export function digitsOf(logits: Float32Array): number[] {
  return Array.from({ length: logits.length / CLASS_COUNT }, (_, index) => {
    const own = logits.subarray(index * CLASS_COUNT, (index + 1) * CLASS_COUNT);
    return own.indexOf(Math.max(...own));
  });
}
