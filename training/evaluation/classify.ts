import { CLASS_COUNT, openClassifier } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import type { Digits } from '../data/mnist.ts';

/**
 * What a classifier model makes of prepared pictures.
 *
 * @returns logits, [count * 10]
 */
export async function classify(model: Uint8Array, { pixels }: Digits): Promise<Float32Array> {
  const classifier = await openClassifier(ort, model, SESSION_OPTIONS);
  return classifier(pixels);
}

/** The digit of each row of logits: the index of its largest, the first where several are as large. */
export function digitsOf(logits: Float32Array): number[] {
  return Array.from({ length: logits.length / CLASS_COUNT }, (_, index) => {
    const own = logits.subarray(index * CLASS_COUNT, (index + 1) * CLASS_COUNT);
    return own.indexOf(Math.max(...own));
  });
}
