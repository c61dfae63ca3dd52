import { tf } from './peer.ts';

const { layers } = tf;

type Tensor = tf.SymbolicTensor;

/** Whole small networks, for tests. */
export interface NetworkCase {
  readonly title: string;
  readonly model: () => tf.LayersModel;
}

function through(x: Tensor, ...steps: readonly tf.layers.Layer[]): Tensor {
  return steps.reduce((value, layer) => layer.apply(value) as Tensor, x);
}

function merged(layer: tf.layers.Layer, inputs: readonly Tensor[]): Tensor {
  return layer.apply([...inputs]) as Tensor;
}

function pair(make: (a: Tensor, b: Tensor) => Tensor, a: number[], b: number[]): tf.LayersModel {
  const inputs = [tf.input({ shape: a, name: 'left' }), tf.input({ shape: b, name: 'right' })];
  const [left, right] = inputs;
  if (!left || !right) throw new Error('unreachable');
  return tf.model({ inputs, outputs: make(left, right) });
}

function conv(filters: number, kernelSize = 3): tf.layers.Layer {
  return layers.conv2d({ filters, kernelSize, padding: 'same', useBias: false });
}

const merges: readonly NetworkCase[] = (
  [
    ['Add', () => layers.add()],
    ['Multiply', () => layers.multiply()],
    ['Average', () => layers.average()],
    ['Maximum', () => layers.maximum()],
    ['Minimum', () => layers.minimum()],
  ] as const
).flatMap(([name, make]) => [
  {
    title: `${name} of two inputs`,
    model: () => pair((a, b) => merged(make(), [a, b]), [4, 3, 2], [4, 3, 2]),
  },
  {
    title: `${name} of a picture and its channels' weights`,
    model: () => pair((a, b) => merged(make(), [a, b]), [4, 3, 2], [1, 1, 2]),
  },
  {
    title: `${name} of a picture and a smaller list`,
    model: () => pair((a, b) => merged(make(), [a, b]), [4, 3, 2], [2]),
  },
  {
    title: `${name} of three: a convolution's result, a picture and a convolution's result`,
    model: () =>
      pair(
        (a, b) => merged(make(), [through(a, conv(2)), b, through(b, conv(2))]),
        [4, 3, 5],
        [4, 3, 2],
      ),
  },
]);

const concatenations: readonly NetworkCase[] = [-1, 1, 2, 3].flatMap((axis) => [
  {
    title: `Concatenate of pictures along axis ${axis}`,
    model: () => {
      const join = layers.concatenate({ axis });
      return pair((a, b) => merged(join, [a, b]), [4, 3, 2], [4, 3, 2]);
    },
  },
  {
    title: `Concatenate after a convolution along axis ${axis}`,
    model: () => {
      const join = layers.concatenate({ axis });
      return pair((a, b) => merged(join, [through(a, conv(2)), b]), [4, 3, 2], [4, 3, 2]);
    },
  },
]);

const networks: readonly NetworkCase[] = [
  {
    title: 'a residual network with batch normalization and dropout',
    model: () => {
      const input = tf.input({ shape: [9, 8, 2] });
      const stem = through(input, conv(4), layers.batchNormalization(), layers.reLU());
      const block = through(stem, conv(4), layers.batchNormalization(), layers.reLU(), conv(4));
      const sum = merged(layers.add(), [stem, through(block, layers.batchNormalization())]);
      const head = through(
        sum,
        layers.reLU(),
        layers.dropout({ rate: 0.5 }),
        layers.globalAveragePooling2d({}),
        layers.dense({ units: 3, activation: 'softmax' }),
      );
      return tf.model({ inputs: input, outputs: head });
    },
  },
  {
    title: 'concatenated branches of different kernels',
    model: () => {
      const input = tf.input({ shape: [8, 8, 3] });
      const pool = layers.maxPooling2d({ poolSize: 3, strides: 1, padding: 'same' });
      const branches = [conv(2, 1), conv(3, 3), conv(4, 5), pool];
      const joined = merged(
        layers.concatenate(),
        branches.map((branch) => through(input, branch)),
      );
      const output = through(joined, layers.flatten(), layers.dense({ units: 5 }));
      return tf.model({ inputs: input, outputs: output });
    },
  },
  {
    title: 'a Sequential convolutional network with batch normalization',
    model: () =>
      tf.sequential({
        layers: [
          layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [12, 12, 1] }),
          layers.batchNormalization(),
          layers.activation({ activation: 'relu' }),
          layers.maxPooling2d({}),
          layers.dropout({ rate: 0.25 }),
          layers.separableConv2d({ filters: 6, kernelSize: 3 }),
          layers.batchNormalization(),
          layers.leakyReLU(),
          layers.flatten(),
          layers.dense({ units: 10, activation: 'softmax' }),
        ],
      }),
  },
  {
    title: 'an encoder and a decoder with a skip between them',
    model: () => {
      const input = tf.input({ shape: [8, 6, 2] });
      const left = through(input, conv(4), layers.reLU());
      const bottom = through(left, layers.averagePooling2d({}), conv(8), layers.elu());
      const up = layers.conv2dTranspose({ filters: 4, kernelSize: 2, strides: 2 });
      const right = merged(layers.concatenate(), [left, through(bottom, up)]);
      return tf.model({ inputs: input, outputs: through(right, conv(1, 1)) });
    },
  },
  {
    title: 'channels weighed by what is in them (squeeze and excitation)',
    model: () => {
      const input = tf.input({ shape: [5, 6, 3] });
      const x = through(input, conv(4));
      const weights = through(
        x,
        layers.globalAveragePooling2d({}),
        layers.dense({ units: 2, activation: 'relu' }),
        layers.dense({ units: 4, activation: 'sigmoid' }),
      );
      return tf.model({ inputs: input, outputs: merged(layers.multiply(), [x, weights]) });
    },
  },
  {
    title: 'two outputs, one of which feeds the other',
    model: () => {
      const input = tf.input({ shape: [4, 4, 2] });
      const features = through(input, conv(3));
      const scores = through(features, layers.flatten(), layers.dense({ units: 2 }));
      return tf.model({ inputs: input, outputs: [features, scores] });
    },
  },
  {
    title: 'batch normalization of what is an output itself, which cannot be folded',
    model: () => {
      const input = tf.input({ shape: [4, 4, 2] });
      const features = through(input, conv(3));
      const normal = through(features, layers.batchNormalization());
      return tf.model({ inputs: input, outputs: [features, normal] });
    },
  },
  {
    title: 'batch normalization of a tensor that another layer sees, which cannot be folded',
    model: () => {
      const input = tf.input({ shape: [4, 4, 2] });
      const features = through(input, conv(3));
      const normal = through(features, layers.batchNormalization());
      return tf.model({
        inputs: input,
        outputs: [normal, merged(layers.add(), [features, normal])],
      });
    },
  },
  {
    title: 'one layer called on two inputs',
    model: () => {
      const shared = layers.dense({ units: 3, activation: 'tanh' });
      return pair(
        (a, b) => merged(layers.concatenate(), [through(a, shared), through(b, shared)]),
        [5],
        [5],
      );
    },
  },
  {
    title: 'one layer called on its own result',
    model: () => {
      const input = tf.input({ shape: [5] });
      const shared = layers.dense({ units: 5, activation: 'softsign' });
      return tf.model({ inputs: input, outputs: through(input, shared, shared, shared) });
    },
  },
  {
    title: 'a model within a model within a model',
    model: () => {
      const inner = tf.sequential({
        name: 'inner',
        layers: [layers.dense({ units: 4, inputShape: [5], activation: 'relu' })],
      });
      const middleInput = tf.input({ shape: [5] });
      const middle = tf.model({
        name: 'middle',
        inputs: middleInput,
        outputs: through(middleInput, inner, layers.dense({ units: 5 })),
      });
      const input = tf.input({ shape: [5] });
      return tf.model({ inputs: input, outputs: through(input, middle) });
    },
  },
  {
    title: 'a model called twice within a model',
    model: () => {
      const inner = tf.sequential({
        name: 'twin',
        layers: [
          layers.dense({ units: 4, inputShape: [6] }),
          layers.batchNormalization(),
          layers.reLU(),
        ],
      });
      return pair(
        (a, b) => merged(layers.multiply(), [through(a, inner), through(b, inner)]),
        [6],
        [6],
      );
    },
  },
  {
    title: 'a nested model with two inputs and two outputs',
    model: () => {
      const [a, b] = [tf.input({ shape: [4] }), tf.input({ shape: [4] })];
      const sum = merged(layers.add(), [a, b]);
      const inner = tf.model({
        name: 'both',
        inputs: [a, b],
        outputs: [through(sum, layers.dense({ units: 2 })), merged(layers.multiply(), [sum, a])],
      });
      const inputs = [tf.input({ shape: [4], name: 'one' }), tf.input({ shape: [4], name: 'two' })];
      const outputs = inner.apply(inputs) as Tensor[];
      return tf.model({ inputs, outputs: merged(layers.concatenate(), [...outputs].reverse()) });
    },
  },
  {
    title: 'a Sequential model that begins with a model',
    model: () => {
      const base = tf.sequential({
        name: 'base',
        layers: [layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [6, 6, 1] })],
      });
      return tf.sequential({ layers: [base, layers.flatten(), layers.dense({ units: 3 })] });
    },
  },
];

export const NETWORK_CASES: readonly NetworkCase[] = [...merges, ...concatenations, ...networks];
