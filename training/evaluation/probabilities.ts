import { CLASS_COUNT, FULL_MODEL, SEEN_SIDE } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import { DIGIT_BYTES, type Digits } from '../data/mnist.ts';
import type { Classifier } from '../release/classifier.ts';
import { fullModel, verdictModel } from '../release/models.ts';

/** The probabilities that follow from the logits of many pictures, both [count * 10]. */
export async function probabilitiesOfLogits(
  classifier: Classifier,
  logits: Float32Array,
): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(verdictModel(classifier), SESSION_OPTIONS);
  const all = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += CLASS_COUNT) {
    const row = new ort.Tensor('float32', logits.slice(start, start + CLASS_COUNT), [
      1,
      CLASS_COUNT,
    ]);
    all.set(float32Of(await session.run({ [FULL_MODEL.outputs.logits]: row })), start);
  }
  return all;
}

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
    const wanted = [FULL_MODEL.outputs.probabilities];
    all.set(float32Of(await session.run({ image }, wanted)), index * CLASS_COUNT);
  }
  return all;
}

function float32Of({ probabilities }: Readonly<Record<string, { readonly data: unknown }>>) {
  if (probabilities?.data instanceof Float32Array) return probabilities.data;
  throw new TypeError('The model gives no probabilities.');
}
