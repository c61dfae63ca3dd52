import { CLASS_COUNT, FULL_MODEL, SEEN_SIDE } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import { DIGIT_BYTES, type Digits } from '../data/mnist.ts';
import type { Classifier } from '../release/classifier.ts';
import { fullModel } from '../release/models.ts';

/** The probabilities that the full model gives for pictures of 28x28, [count * 10]. */
export async function probabilitiesOf(
  classifier: Classifier,
  { pixels, count }: Digits,
): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(fullModel(classifier, {}), SESSION_OPTIONS);
  const all = new Float32Array(count * CLASS_COUNT);
  for (let index = 0; index < count; index += 1) {
    const picture = pixels.subarray(index * DIGIT_BYTES, (index + 1) * DIGIT_BYTES);
    const image = new ort.Tensor('uint8', picture, [SEEN_SIDE, SEEN_SIDE, 1]);
    const { probabilities } = await session.run({ image }, [FULL_MODEL.outputs.probabilities]);
    if (!(probabilities?.data instanceof Float32Array)) throw new TypeError('No probabilities.');
    all.set(probabilities.data, index * CLASS_COUNT);
  }
  return all;
}
