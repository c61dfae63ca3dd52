import type * as tfjs from '@tensorflow/tfjs';
import { CLASS_COUNT } from '../../core/index.ts';
import { NOT_A_DIGIT, type Examples } from '../data/rounds.ts';
import type { Random } from '../data/random.ts';
import { toUnitRange } from '../data/unit-range.ts';
import { gradientsOf, type Step } from './epochs.ts';
import { forwardInTraining } from './forward.ts';
import type { BatchSums } from './running-mean.ts';
import { targetsOf } from './targets.ts';
import { tidied } from './tidied.ts';

/**
 * The gradients of the mean cross-entropy of a batch.
 *
 * @param random chooses what each Dropout leaves out
 */
export function trainStep(
  tf: typeof tfjs,
  network: tfjs.Sequential,
  variables: readonly tfjs.Variable[],
  batch: Examples,
  random: Random,
): Step<BatchSums> {
  return tidied(tf, () => {
    const x = pixelsTensor(tf, network, batch);
    const targets = tf.tensor2d(targetsOf(batch.labels), [batch.count, CLASS_COUNT]);
    let logits: Float32Array = new Float32Array();
    const { loss, gradients } = gradientsOf(tf, variables, () => {
      const output = forwardInTraining(tf, network, x, { random });
      logits = output.dataSync<'float32'>();
      return tf.losses.softmaxCrossEntropy(targets, output);
    });
    const own = { pictures: batch.count, ...countRight(logits, batch.labels) };
    return { sums: { loss: loss * batch.count, ...own }, gradients };
  });
}

/** Bytes as float32 from 0 to 1, in the shape that the network takes. */
export function pixelsTensor(
  tf: typeof tfjs,
  network: tfjs.LayersModel,
  { pixels, count }: Examples,
): tfjs.Tensor {
  const [, ...shape] = network.inputs[0]?.shape ?? [];
  return tf.tensor(toUnitRange(pixels), [count, ...shape.map((size) => size ?? 1)]);
}

function countRight(logits: Float32Array, labels: Uint8Array) {
  const right = labels.filter((label, index) => {
    const own = logits.subarray(index * CLASS_COUNT, (index + 1) * CLASS_COUNT);
    return own.indexOf(Math.max(...own)) === label;
  });
  const digits = labels.filter((label) => label !== NOT_A_DIGIT);
  return { right: right.length, digits: digits.length };
}
