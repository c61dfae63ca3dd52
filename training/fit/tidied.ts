import type * as tfjs from '@tensorflow/tfjs';

/**
 * What `work` gives; the tensors that it leaves are disposed of. `tf.tidy` looks for tensors to keep in every element
 * of the arrays that are given, which takes as long as the convolutions where they are gradients.
 */
export function tidied<Value>(tf: typeof tfjs, work: () => Value): Value {
  const engine = tf.engine();
  engine.startScope();
  try {
    return work();
  } finally {
    engine.endScope();
  }
}
