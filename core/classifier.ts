import { CLASS_COUNT, CLASSIFIER_MODEL, SEEN_SIDE } from './contract.ts';
import type { OnnxRuntime } from './reader.ts';

/** Pictures a run: large enough that calling the session costs nothing, small enough for the cache. */
const BATCH = 500;

const SEEN_BYTES = SEEN_SIDE * SEEN_SIDE;

/**
 * From prepared pictures, [N * 784] as in `seen`, to their logits, [N * 10]. Rejects with a RangeError where
 * the last picture is not whole.
 */
export type Classifier = (pixels: Uint8Array) => Promise<Float32Array>;

/**
 * Opens a classifier model in the given ONNX runtime.
 *
 * @param runtime the imported module `onnxruntime-node` or `onnxruntime-web`
 * @param model the bytes of the `.onnx` file
 * @param options handed to `InferenceSession.create` as they are
 */
export async function openClassifier<Tensor, Options>(
  runtime: OnnxRuntime<Tensor, Options>,
  model: Uint8Array,
  options?: Options,
): Promise<Classifier> {
  const session = await runtime.InferenceSession.create(model, options);
  return async (pixels) => {
    const count = pixels.length / SEEN_BYTES;
    if (!Number.isInteger(count)) {
      throw new RangeError(`Pictures take ${SEEN_BYTES} bytes each; ${pixels.length} were given.`);
    }
    const logits = new Float32Array(count * CLASS_COUNT);
    for (let start = 0; start < count; start += BATCH) {
      const end = Math.min(start + BATCH, count);
      const batch = pixels.subarray(start * SEEN_BYTES, end * SEEN_BYTES);
      const input = new runtime.Tensor('uint8', batch, [end - start, SEEN_SIDE, SEEN_SIDE]);
      const outputs = await session.run({ [CLASSIFIER_MODEL.input]: input });
      const data = outputs[CLASSIFIER_MODEL.outputs.logits]?.data;
      if (!(data instanceof Float32Array)) throw new TypeError('The classifier gives no logits.');
      logits.set(data, start * CLASS_COUNT);
    }
    return logits;
  };
}
