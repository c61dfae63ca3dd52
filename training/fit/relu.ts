import type * as tfjs from '@tensorflow/tfjs';

/**
 * The larger of 0 and each element. The gradient is written out: tfjs's own goes by way of its `step`, which takes
 * five operations on TensorFlow for what one comparison tells.
 */
export function relu(tf: typeof tfjs, x: tfjs.Tensor): tfjs.Tensor {
  const rectify = tf.customGrad((...given) => {
    const [input, save] = given as [tfjs.Tensor, tfjs.GradSaveFunc];
    const value = tf.relu(input);
    save([value]);
    return {
      value,
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
        const [output] = saved as [tfjs.Tensor];
        return tf.mul(dy, tf.cast(tf.greater(output, 0), 'float32'));
      },
    };
  });
  return rectify(x);
}
