import { ExportError, inLayer } from './error.ts';
import type { GraphBuilder, Value } from './graph.ts';
import * as activation from './layers/activation.ts';
import * as convolution from './layers/convolution.ts';
import { writeDense } from './layers/dense.ts';
import * as merging from './layers/merging.ts';
import { writeBatchNormalization } from './layers/normalization.ts';
import * as pooling from './layers/pooling.ts';
import { writeReshape } from './layers/reshaping.ts';
import * as resizing from './layers/resizing.ts';
import type { LayerWriter } from './layers/writer.ts';
import type { Layer, Network, Shape } from './network.ts';
import { TRAINING_ONLY } from './remove-identities.ts';
import { outputShape } from './shapes.ts';
import { channelsLast, onlyInput, type Signal } from './signal.ts';

const passOn: LayerWriter = (_graph, _layer, inputs) => onlyInput(inputs);

/** Writes the layers of each class. */
export type LayerWriters = Readonly<Record<string, LayerWriter>>;

const TFJS_WRITERS: LayerWriters = {
  Activation: activation.writeActivationLayer,
  Add: merging.writeAdd,
  Average: merging.writeAverage,
  AveragePooling2D: pooling.writeAveragePooling2D,
  BatchNormalization: writeBatchNormalization,
  Concatenate: merging.writeConcatenate,
  Conv2D: convolution.writeConv2D,
  Conv2DTranspose: convolution.writeConv2DTranspose,
  Dense: writeDense,
  DepthwiseConv2D: convolution.writeDepthwiseConv2D,
  ELU: activation.writeELU,
  Flatten: writeReshape,
  GlobalAveragePooling2D: pooling.writeGlobalAveragePooling2D,
  GlobalMaxPooling2D: pooling.writeGlobalMaxPooling2D,
  LeakyReLU: activation.writeLeakyReLU,
  Maximum: merging.writeMaximum,
  MaxPooling2D: pooling.writeMaxPooling2D,
  Minimum: merging.writeMinimum,
  Multiply: merging.writeMultiply,
  PReLU: activation.writePReLU,
  ReLU: activation.writeReLU,
  Reshape: writeReshape,
  SeparableConv2D: convolution.writeSeparableConv2D,
  Softmax: activation.writeSoftmax,
  ThresholdedReLU: activation.writeThresholdedReLU,
  UpSampling2D: resizing.writeUpSampling2D,
  ZeroPadding2D: resizing.writeZeroPadding2D,
  ...Object.fromEntries(TRAINING_ONLY.map((className) => [className, passOn])),
};

/**
 * Adds a tfjs network to a graph, layer by layer, in float32.
 *
 * @param inputs float32 [N, ...shape] in tfjs's order for each input layer, by name
 * @param ownWriters for classes that tfjs does not have
 * @returns the same for each layer of `network.outputs`, by name
 * @throws ExportError naming the layer, its class and the setting that cannot be written
 */
export function writeNetwork(
  graph: GraphBuilder,
  network: Network,
  inputs: ReadonlyMap<string, Value>,
  ownWriters: LayerWriters = {},
): ReadonlyMap<string, Signal> {
  const writers = { ...TFJS_WRITERS, ...ownWriters };
  const signals = new Map<string, Signal>();
  for (const layer of network.layers) {
    const feeding = layer.inbound.flatMap((name) => signals.get(name) ?? []);
    const shapes = feeding.map(({ shape }) => shape);
    const shape = outputShape(layer, shapes);
    signals.set(layer.name, signalOf(graph, layer, feeding, shape, inputs, writers));
  }
  return new Map(
    network.outputs.flatMap((name) => {
      const signal = signals.get(name);
      return signal ? [[name, graph.scope(name, () => channelsLast(graph, signal))]] : [];
    }),
  );
}

/**
 * Adds a network with one input and one output.
 *
 * @param x float32 [N, ...shape]
 * @throws ExportError as `writeNetwork` does, and where there are more inputs or outputs
 */
export function writeSingleNetwork(
  graph: GraphBuilder,
  network: Network,
  x: Value,
  ownWriters: LayerWriters = {},
): Value {
  const [input, ...moreInputs] = network.inputs;
  if (input === undefined || moreInputs.length > 0) {
    throw new ExportError(`The network has ${network.inputs.length} inputs, not one.`);
  }
  const outputs = writeNetwork(graph, network, new Map([[input, x]]), ownWriters);
  const [output, ...moreOutputs] = outputs.values();
  if (!output || moreOutputs.length > 0) {
    throw new ExportError(`The network has ${network.outputs.length} outputs, not one.`);
  }
  return output.value;
}

function signalOf(
  graph: GraphBuilder,
  layer: Layer,
  feeding: readonly Signal[],
  shape: Shape,
  inputs: ReadonlyMap<string, Value>,
  writers: LayerWriters,
): Signal {
  const value = inputs.get(layer.name);
  if (value !== undefined) return { value, shape, layout: 'channelsLast' };
  return inLayer(layer, () => {
    const write = writerOf(layer, writers);
    return graph.scope(layer.name, () => write(graph, layer, feeding, shape));
  });
}

/** @throws ExportError naming the first layer whose class cannot be written */
export function mustBeWritable({ layers, inputs }: Network): void {
  for (const layer of layers.filter(({ name }) => !inputs.includes(name))) {
    inLayer(layer, () => writerOf(layer, TFJS_WRITERS));
  }
}

function writerOf({ className }: Layer, writers: LayerWriters): LayerWriter {
  const writer = Object.hasOwn(writers, className) ? writers[className] : undefined;
  if (writer) return writer;
  const known = Object.keys(writers).join(', ');
  throw new ExportError(`class ${className} cannot be written; known are ${known}`);
}
