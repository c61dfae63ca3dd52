import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import type { io } from '@tensorflow/tfjs';
import { artifactsOf } from './from-tfjs.ts';
import { readLayersModel } from './layers-model.ts';
import { floatModel } from './model.ts';
import { tf } from './peer.ts';

const { layers } = tf;

interface Refusal {
  readonly title: string;
  readonly shape: number[];
  readonly layer: () => tf.layers.Layer;
  /** Settings as another program might have saved them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly message: RegExp;
}

const conv = () => layers.conv2d({ name: 'c', filters: 2, kernelSize: 3 });

const REFUSALS: readonly Refusal[] = [
  {
    title: 'a class without a counterpart',
    shape: [4, 3],
    layer: () => layers.lstm({ name: 'memory', units: 2 }),
    message: /^Layer "memory" \(LSTM\): class LSTM cannot be written; known are Activation, Add,/,
  },
  {
    title: 'channels first in a convolution',
    shape: [2, 6, 6],
    layer: () =>
      layers.conv2d({ name: 'c', filters: 2, kernelSize: 1, dataFormat: 'channelsFirst' }),
    message: /^Layer "c" \(Conv2D\): data_format "channels_first" cannot be written; only "chann/,
  },
  {
    title: 'channels first in a pool',
    shape: [2, 6, 6],
    layer: () => layers.maxPooling2d({ name: 'p', dataFormat: 'channelsFirst' }),
    message:
      /^Layer "p" \(MaxPooling2D\): data_format "channels_first" cannot be written; only "cha/,
  },
  {
    title: 'channels first in a Flatten',
    shape: [2, 6, 6],
    layer: () => layers.flatten({ name: 'f', dataFormat: 'channelsFirst' }),
    message: /^Layer "f" \(Flatten\): data_format "channels_first"/,
  },
  {
    title: 'an activation that tfjs does not know',
    shape: [6, 6, 2],
    layer: conv,
    settings: { activation: 'maxout' },
    message: /^Layer "c" \(Conv2D\): activation "maxout" cannot be written; only elu, gelu,/,
  },
  {
    title: 'a padding that tfjs does not know',
    shape: [6, 6, 2],
    layer: conv,
    settings: { padding: 'causal' },
    message: /^Layer "c" \(Conv2D\): padding "causal" cannot be written; only "valid" or "same"\.$/,
  },
  {
    title: 'groups, which tfjs passes over',
    shape: [6, 6, 2],
    layer: conv,
    settings: { groups: 2 },
    message: /^Layer "c" \(Conv2D\): groups 2 cannot be written: tfjs does not compute it\.$/,
  },
  {
    title: 'dilation of a depthwise convolution, which tfjs passes over',
    shape: [6, 6, 2],
    layer: () => layers.depthwiseConv2d({ name: 'd', kernelSize: 2, dilationRate: 2 }),
    message: /^Layer "d" \(DepthwiseConv2D\): dilation_rate \[2,2\] cannot be written/,
  },
  {
    title: 'a stride that is no size',
    shape: [6, 6, 2],
    layer: conv,
    settings: { strides: [0, 1] },
    message: /^Layer "c" \(Conv2D\): strides \[0,1\] cannot be written; it should be two whole/,
  },
  {
    title: 'a kernel that is larger than its picture',
    shape: [6, 6, 2],
    layer: conv,
    settings: { dilation_rate: [3, 3] },
    message: /^Layer "c" \(Conv2D\): its window reaches over 7 pixels, but the input has 6\.$/,
  },
  {
    title: 'a ReLU with a slope, which tfjs passes over',
    shape: [4],
    layer: () => layers.reLU({ name: 'r' }),
    settings: { negative_slope: 0.1 },
    message: /^Layer "r" \(ReLU\): negative_slope 0.1 cannot be written/,
  },
  {
    title: 'normalization along another axis than the last',
    shape: [4, 5, 2],
    layer: () => layers.batchNormalization({ name: 'b', axis: 1 }),
    message: /^Layer "b" \(BatchNormalization\): axis 1 cannot be written; only -1 or 3\.$/,
  },
  {
    title: 'a softmax along another axis than the last',
    shape: [4, 5, 2],
    layer: () => layers.softmax({ name: 's', axis: 1 }),
    message: /^Layer "s" \(Softmax\): axis 1 cannot be written; only -1 or 3\.$/,
  },
  {
    title: 'an interpolation that tfjs does not know',
    shape: [4, 5, 2],
    layer: () => layers.upSampling2d({ name: 'u' }),
    settings: { interpolation: 'bicubic' },
    message: /^Layer "u" \(UpSampling2D\): interpolation "bicubic" cannot be written/,
  },
];

/** The model as saved, with settings of its last layer changed. */
async function saved({ shape, layer, settings }: Refusal): Promise<io.ModelArtifacts> {
  const input = tf.input({ shape });
  const output = layer().apply(input) as tf.SymbolicTensor;
  const artifacts = await artifactsOf(tf, tf.model({ inputs: input, outputs: output }));
  const { config } = artifacts.modelTopology as { config: { layers: { config: object }[] } };
  Object.assign(config.layers.at(-1)?.config ?? {}, settings);
  return artifacts;
}

describe('What ONNX or tfjs itself would compute otherwise is refused by layer, class and setting', () => {
  for (const refusal of REFUSALS) {
    test(refusal.title, async () => {
      const artifacts = await saved(refusal);
      assert.throws(() => floatModel(readLayersModel(artifacts)), {
        name: 'ExportError',
        message: refusal.message,
      });
    });
  }

  test('a class without a counterpart, before anything is said of the layers after it', async () => {
    const model = tf.sequential({
      layers: [
        layers.timeDistributed({
          name: 't',
          layer: layers.dense({ units: 2 }),
          inputShape: [4, 3],
        }),
        layers.flatten({ dataFormat: 'channelsFirst' }),
      ],
    });
    const network = readLayersModel(await artifactsOf(tf, model));
    assert.throws(() => floatModel(network), {
      message: /^Layer "t" \(TimeDistributed\): class Time/,
    });
  });

  test('an input of open size', async () => {
    const input = tf.input({ shape: [null, 8, 1], name: 'any' });
    const output = conv().apply(input) as tf.SymbolicTensor;
    const artifacts = await artifactsOf(tf, tf.model({ inputs: input, outputs: output }));
    assert.throws(() => floatModel(readLayersModel(artifacts)), {
      message:
        /^Layer "any" \(InputLayer\): batch_input_shape \[null,null,8,1\] is open; give every/,
    });
  });

  test('an input that is an output too, which would need two names', async () => {
    const input = tf.input({ shape: [3], name: 'same' });
    const artifacts = await artifactsOf(tf, tf.model({ inputs: input, outputs: input }));
    assert.throws(() => floatModel(readLayersModel(artifacts)), {
      name: 'ExportError',
      message: /"same" is an input and an output/,
    });
  });

  test('a file that holds no model', () => {
    for (const modelTopology of [undefined, {}, { class_name: 'Layer', config: {} }]) {
      const artifacts = { modelTopology } as io.ModelArtifacts;
      assert.throws(() => readLayersModel(artifacts), {
        name: 'ExportError',
        message: /LayersModel/,
      });
    }
  });

  test('a layer without its weights', async () => {
    const artifacts = await artifactsOf(
      tf,
      tf.sequential({ layers: [layers.dense({ name: 'd', units: 2, inputShape: [3] })] }),
    );
    const bare = { ...artifacts, weightSpecs: [], weightData: new ArrayBuffer(0) };
    assert.throws(() => floatModel(readLayersModel(bare)), {
      message: 'Layer "d" (Dense): has no weight "kernel".',
    });
  });
});
