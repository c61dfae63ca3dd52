import type * as tfjs from '@tensorflow/tfjs';

/** What the kernels of convolutions' gradients are called with; sizes are [height, width]. */
interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

type Sizes = [number, number, number, number];
type KernelFunc = tfjs.KernelConfig['kernelFunc'];

/**
 * Gives tfjs's wasm backend what it lacks to train convolutions: the gradient by the kernel, which it does
 * not have, and one by the input that is several times as fast as its own. Both are made of its products
 * and convolutions.
 */
export function registerConvolutionGradients(tf: typeof tfjs): void {
  const backendName = 'wasm';
  const own = tf.getKernel('Conv2DBackpropInput', backendName).kernelFunc;
  tf.registerKernel({
    ...{ kernelName: 'Conv2DBackpropFilter', backendName },
    kernelFunc: byFilter(tf),
  });
  tf.unregisterKernel('Conv2DBackpropInput', backendName);
  tf.registerKernel({
    ...{ kernelName: 'Conv2DBackpropInput', backendName },
    kernelFunc: byInput(tf, own),
  });
}

/** For each place in the kernel: the pixels that it met, times the gradients of what they gave. */
function byFilter(tf: typeof tfjs): KernelFunc {
  return ({ inputs, attrs }) => {
    const { x, dy } = inputs as { x: tfjs.Tensor4D; dy: tfjs.Tensor4D };
    const { filterShape, ...own } = attrs as unknown as Attributes & { filterShape: Sizes };
    const { padInfo, strideHeight, strideWidth } = convolution(tf, x.shape, filterShape, own);
    const [height, width, channels, filters] = filterShape;
    const [batch, outHeight, outWidth] = dy.shape;
    const rows = batch * outHeight * outWidth;
    return tf.tidy(() => {
      const { top, bottom, left, right } = padInfo;
      const padded = tf.pad(x, [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ]);
      const gradients = tf.reshape(dy, [rows, filters]);
      const products = Array.from({ length: height * width }, (_, place) => {
        const [row, column] = [Math.floor(place / width), place % width];
        const met = tf.stridedSlice(
          padded,
          [0, row, column, 0],
          [
            batch,
            row + (outHeight - 1) * strideHeight + 1,
            column + (outWidth - 1) * strideWidth + 1,
            channels,
          ],
          [1, strideHeight, strideWidth, 1],
        );
        return tf.matMul(tf.reshape(met, [rows, channels]), gradients, true);
      });
      return tf.reshape(tf.concat(products, 0), filterShape);
    });
  };
}

/** With strides of 1, the convolution of the gradients with the kernel turned by half a turn. */
function byInput(tf: typeof tfjs, own: KernelFunc): KernelFunc {
  return (given) => {
    const { dy, filter } = given.inputs as { dy: tfjs.Tensor4D; filter: tfjs.Tensor4D };
    const { inputShape, ...rest } = given.attrs as unknown as Attributes & { inputShape: Sizes };
    const { padInfo, strideHeight, strideWidth } = convolution(tf, inputShape, filter.shape, rest);
    if (strideHeight !== 1 || strideWidth !== 1) return own(given);
    const [height, width] = filter.shape;
    return tf.tidy(() => {
      const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
      const { top, bottom, left, right } = padInfo;
      const around: [number, number][] = [
        [0, 0],
        [height - 1 - top, height - 1 - bottom],
        [width - 1 - left, width - 1 - right],
        [0, 0],
      ];
      return tf.conv2d(tf.pad(dy, around), turned, 1, 'valid');
    });
  };
}

function convolution(
  tf: typeof tfjs,
  input: Sizes,
  filter: Sizes,
  { strides, pad, dimRoundingMode }: Attributes,
) {
  return tf.backend_util.computeConv2DInfo(input, filter, strides, 1, pad, dimRoundingMode);
}
