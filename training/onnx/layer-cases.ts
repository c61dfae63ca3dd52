import { tf } from './peer.ts';

type Layer = tf.layers.Layer;

/** One layer, or a few in a row, with one way to set them, for tests. */
export interface LayerCase {
  readonly title: string;
  /** Without the batch. */
  readonly shape: number[];
  readonly layers: () => readonly Layer[];
}

const { layers } = tf;

type Activation = NonNullable<Parameters<typeof layers.activation>[0]['activation']>;
type Pair = number | [number, number];

interface ConvolutionCase {
  readonly title: string;
  readonly shape: number[];
  readonly kernelSize: Pair;
  readonly strides?: Pair;
  readonly dilationRate?: Pair;
  readonly padding?: 'same';
  readonly useBias?: false;
  readonly activation?: Activation;
}

/** As tfjs spells them; `gelu_new` is one that tfjs itself cannot load again. */
export const ACTIVATIONS: readonly string[] = [
  'elu',
  'gelu',
  'hardSigmoid',
  'linear',
  'logSoftmax',
  'mish',
  'relu',
  'relu6',
  'selu',
  'sigmoid',
  'softmax',
  'softplus',
  'softsign',
  'swish',
  'tanh',
];

function layerCase(title: string, shape: number[], ...makers: (() => Layer)[]): LayerCase {
  return { title, shape, layers: () => makers.map((make) => make()) };
}

const convolutions = convolutionSettings().flatMap(({ title, shape, ...settings }) => [
  layerCase(`Conv2D ${title}`, shape, () => layers.conv2d({ filters: 4, ...settings })),
]);

const separable = convolutionSettings()
  .filter(({ strides }) => typeof strides === 'number' || strides === undefined)
  .map(({ title, shape, ...settings }) =>
    layerCase(`SeparableConv2D ${title}`, shape, () =>
      layers.separableConv2d({ filters: 4, depthMultiplier: 2, ...settings }),
    ),
  );

const depthwise = convolutionSettings()
  .filter(({ dilationRate, strides }) => dilationRate === undefined && !Array.isArray(strides))
  .map(({ title, shape, ...settings }) =>
    layerCase(`DepthwiseConv2D ${title}`, shape, () =>
      layers.depthwiseConv2d({ depthMultiplier: 2, ...settings }),
    ),
  );

function convolutionSettings(): readonly ConvolutionCase[] {
  return [
    { title: '3x3 valid', shape: [6, 7, 3], kernelSize: 3 },
    { title: '3x3 same', shape: [6, 7, 3], kernelSize: 3, padding: 'same' },
    { title: '1x1', shape: [4, 5, 2], kernelSize: 1 },
    { title: '2x2 same: the odd pad at the end', shape: [5, 5, 2], kernelSize: 2, padding: 'same' },
    { title: '4x4 same on one channel', shape: [7, 6, 1], kernelSize: 4, padding: 'same' },
    { title: '3x3 valid stride 2', shape: [8, 7, 3], kernelSize: 3, strides: 2 },
    {
      title: '3x3 same stride 2 on even sizes',
      shape: [8, 6, 3],
      kernelSize: 3,
      strides: 2,
      padding: 'same',
    },
    {
      title: '3x3 same stride 2 on odd sizes',
      shape: [7, 9, 3],
      kernelSize: 3,
      strides: 2,
      padding: 'same',
    },
    {
      title: '2x2 same stride 3: strides past the kernel',
      shape: [8, 7, 2],
      kernelSize: 2,
      strides: 3,
      padding: 'same',
    },
    { title: '3x5 rectangular valid', shape: [7, 8, 2], kernelSize: [3, 5] },
    {
      title: '5x2 rectangular same without bias',
      shape: [7, 8, 2],
      kernelSize: [5, 2],
      padding: 'same',
      useBias: false,
    },
    {
      title: '3x3 same with relu',
      shape: [5, 4, 2],
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
    },
    { title: '3x3 valid with softmax', shape: [5, 4, 2], kernelSize: 3, activation: 'softmax' },
    {
      title: '3x2 same strides 2 by 3',
      shape: [9, 8, 2],
      kernelSize: [3, 2],
      strides: [2, 3],
      padding: 'same',
    },
    { title: '3x3 valid dilated by 2', shape: [8, 9, 2], kernelSize: 3, dilationRate: 2 },
    {
      title: '3x2 same dilated by 3 and 2',
      shape: [9, 8, 2],
      kernelSize: [3, 2],
      dilationRate: [3, 2],
      padding: 'same',
    },
  ];
}

function transposed(
  title: string,
  shape: number[],
  settings: Omit<Parameters<typeof layers.conv2dTranspose>[0], 'filters'>,
): LayerCase {
  return layerCase(`Conv2DTranspose ${title}`, shape, () =>
    layers.conv2dTranspose({ filters: 3, ...settings }),
  );
}

const transposedConvolutions = [
  transposed('3x3 valid', [4, 5, 2], { kernelSize: 3 }),
  transposed('3x3 same', [4, 5, 2], { kernelSize: 3, padding: 'same' }),
  transposed('3x3 valid stride 2', [4, 5, 2], { kernelSize: 3, strides: 2 }),
  transposed('3x3 same stride 2', [4, 5, 2], { kernelSize: 3, strides: 2, padding: 'same' }),
  transposed('4x4 same stride 2', [4, 3, 2], { kernelSize: 4, strides: 2, padding: 'same' }),
  transposed('2x2 valid stride 3: gaps', [3, 4, 2], { kernelSize: 2, strides: 3 }),
  transposed('2x2 same stride 3: gaps', [3, 4, 2], { kernelSize: 2, strides: 3, padding: 'same' }),
  transposed('5x2 strides 2 by 1 without bias, tanh', [3, 4, 2], {
    kernelSize: [5, 2],
    strides: [2, 1],
    padding: 'same',
    useBias: false,
    activation: 'tanh',
  }),
];

type PoolSettings = Parameters<typeof layers.maxPooling2d>[0];

const pools = (
  [
    ['2x2', [6, 8, 3], {}],
    ['2x2 on odd sizes', [7, 5, 3], {}],
    ['2x2 same on odd sizes', [7, 5, 3], { padding: 'same' }],
    ['3x3 same stride 2', [8, 8, 2], { poolSize: 3, strides: 2, padding: 'same' }],
    ['3x3 same stride 1', [5, 6, 2], { poolSize: 3, strides: 1, padding: 'same' }],
    ['2x3 strides 1 by 2', [5, 7, 2], { poolSize: [2, 3], strides: [1, 2] }],
  ] as readonly (readonly [string, number[], PoolSettings])[]
).flatMap(([title, shape, settings]) => [
  layerCase(`MaxPooling2D ${title}`, shape, () => layers.maxPooling2d({ ...settings })),
  layerCase(`AveragePooling2D ${title}`, shape, () => layers.averagePooling2d({ ...settings })),
]);

const dense = [
  layerCase('Dense', [6], () => layers.dense({ units: 4 })),
  layerCase('Dense without bias', [6], () => layers.dense({ units: 4, useBias: false })),
  layerCase('Dense on a sequence', [5, 6], () => layers.dense({ units: 4, activation: 'relu' })),
  layerCase('Dense on a picture without bias', [3, 4, 5], () =>
    layers.dense({ units: 2, useBias: false }),
  ),
  layerCase(
    'Dense after a convolution',
    [4, 4, 2],
    () => layers.conv2d({ filters: 3, kernelSize: 2 }),
    () => layers.dense({ units: 5, activation: 'softmax' }),
  ),
];

const activations = ACTIVATIONS.flatMap((name) => [
  layerCase(`Activation ${name}`, [40], () =>
    layers.activation({ activation: name as Activation }),
  ),
  layerCase(`Conv2D with activation ${name}`, [4, 3, 2], () =>
    layers.conv2d({ filters: 3, kernelSize: 2, activation: name as Activation }),
  ),
]);

const afterConvolution = (): Layer => layers.conv2d({ filters: 3, kernelSize: 2, useBias: false });

const activationLayers = [
  layerCase('ReLU', [20], () => layers.reLU()),
  layerCase('ReLU with a maximum', [40], () => layers.reLU({ maxValue: 0.5 })),
  layerCase('LeakyReLU', [20], () => layers.leakyReLU()),
  layerCase('LeakyReLU with alpha 0.1', [20], () => layers.leakyReLU({ alpha: 0.1 })),
  layerCase('PReLU', [20], () => layers.prelu()),
  layerCase('PReLU on a picture', [3, 4, 2], () => layers.prelu()),
  layerCase('PReLU after a convolution', [4, 5, 2], afterConvolution, () => layers.prelu()),
  layerCase('PReLU after a convolution with shared axes', [4, 5, 2], afterConvolution, () =>
    layers.prelu({ sharedAxes: [1, 2] }),
  ),
  layerCase('ELU', [20], () => layers.elu()),
  layerCase('ThresholdedReLU', [40], () => layers.thresholdedReLU()),
  layerCase('ThresholdedReLU with theta 0.3', [20], () => layers.thresholdedReLU({ theta: 0.3 })),
  layerCase('Softmax', [20], () => layers.softmax()),
  layerCase('Softmax after a convolution', [4, 5, 2], afterConvolution, () =>
    layers.softmax({ axis: -1 }),
  ),
];

const shapes = [
  layerCase('Flatten a picture', [3, 4, 2], () => layers.flatten()),
  layerCase('Flatten after a convolution', [5, 4, 2], afterConvolution, () => layers.flatten()),
  layerCase(
    'Flatten one channel after a convolution',
    [5, 4, 2],
    () => layers.conv2d({ filters: 1, kernelSize: 2 }),
    () => layers.flatten(),
  ),
  layerCase('Reshape to a picture', [24], () => layers.reshape({ targetShape: [3, 4, 2] })),
  layerCase('Reshape with an open size', [6, 4], () => layers.reshape({ targetShape: [8, -1] })),
  layerCase('Reshape after a convolution', [5, 4, 2], afterConvolution, () =>
    layers.reshape({ targetShape: [9, 4] }),
  ),
  layerCase('ZeroPadding2D', [3, 4, 2], () => layers.zeroPadding2d()),
  layerCase('ZeroPadding2D of two sizes', [3, 4, 2], () =>
    layers.zeroPadding2d({ padding: [2, 1] }),
  ),
  layerCase('ZeroPadding2D of four sizes after a convolution', [4, 4, 2], afterConvolution, () =>
    layers.zeroPadding2d({
      padding: [
        [0, 1],
        [2, 3],
      ],
    }),
  ),
  layerCase('UpSampling2D', [3, 4, 2], () => layers.upSampling2d({})),
  layerCase('UpSampling2D 3 by 2', [3, 4, 2], () => layers.upSampling2d({ size: [3, 2] })),
  layerCase('UpSampling2D bilinear', [3, 4, 2], () =>
    layers.upSampling2d({ interpolation: 'bilinear' }),
  ),
  layerCase('UpSampling2D bilinear 3 by 5', [4, 3, 2], () =>
    layers.upSampling2d({ size: [3, 5], interpolation: 'bilinear' }),
  ),
  layerCase('GlobalMaxPooling2D', [3, 4, 2], () => layers.globalMaxPooling2d({})),
  layerCase('GlobalAveragePooling2D', [3, 4, 2], () => layers.globalAveragePooling2d({})),
];

const normalizations = [
  layerCase('BatchNormalization', [6], () => layers.batchNormalization()),
  layerCase('BatchNormalization of a picture', [4, 3, 2], () => layers.batchNormalization()),
  layerCase('BatchNormalization of a sequence along axis 2', [4, 3], () =>
    layers.batchNormalization({ axis: 2 }),
  ),
  layerCase('BatchNormalization without center and scale', [6], () =>
    layers.batchNormalization({ center: false, scale: false, epsilon: 0.01 }),
  ),
  layerCase(
    'BatchNormalization after relu, which cannot be folded',
    [5, 4, 2],
    () => layers.conv2d({ filters: 3, kernelSize: 2, activation: 'relu' }),
    () => layers.batchNormalization(),
  ),
  ...foldable().map(([title, linear]) =>
    layerCase(`BatchNormalization folded into ${title}`, [5, 4, 2], linear, () =>
      layers.batchNormalization(),
    ),
  ),
];

function foldable(): readonly (readonly [string, () => Layer])[] {
  return [
    ['Conv2D', () => layers.conv2d({ filters: 3, kernelSize: 2 })],
    ['Conv2D without bias', afterConvolution],
    ['DepthwiseConv2D', () => layers.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 3 })],
    ['SeparableConv2D', () => layers.separableConv2d({ filters: 3, kernelSize: 2 })],
    ['Conv2DTranspose', () => layers.conv2dTranspose({ filters: 3, kernelSize: 2, strides: 2 })],
    ['Dense', () => layers.dense({ units: 3 })],
  ];
}

const trainingOnly = [
  layerCase('Dropout', [6], () => layers.dropout({ rate: 0.5 })),
  layerCase('AlphaDropout', [6], () => layers.alphaDropout({ rate: 0.5 })),
  layerCase('GaussianDropout', [6], () => layers.gaussianDropout({ rate: 0.5 })),
  layerCase('GaussianNoise', [6], () => layers.gaussianNoise({ stddev: 1 })),
  layerCase('SpatialDropout1D', [6, 2], () => layers.spatialDropout1d({ rate: 0.5 })),
];

export const LAYER_CASES: readonly LayerCase[] = [
  ...dense,
  ...convolutions,
  ...depthwise,
  ...separable,
  ...transposedConvolutions,
  ...pools,
  ...activations,
  ...activationLayers,
  ...shapes,
  ...normalizations,
  ...trainingOnly,
];
