import type { io } from '@tensorflow/tfjs';
import { ExportError } from './error.ts';

/** A float32 tensor of a layer. */
export interface Weight {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** One layer as `model.json` describes it. */
export interface Layer {
  readonly name: string;
  /** tfjs's class, such as 'Dense'. */
  readonly className: string;
  /** The layer's settings under Keras's names, such as `use_bias`. */
  readonly config: Readonly<Record<string, unknown>>;
  /** By Keras's names, such as 'kernel'. */
  readonly weights: Readonly<Record<string, Weight>>;
}

/** A stack of layers, each fed by the one before it. */
export interface SequentialModel {
  /** Of one example: without the batch dimension. */
  readonly inputShape: readonly number[];
  readonly layers: readonly Layer[];
}

/**
 * Reads what `model.save()` of a tfjs LayersModel hands out, or what stands in `model.json` and its
 * weight files.
 *
 * @throws ExportError where the model is not sequential or its weights are not float32
 */
export function readLayersModel(artifacts: io.ModelArtifacts): SequentialModel {
  const { class_name: className, config } = topologyOf(artifacts);
  if (className !== 'Sequential') {
    throw new ExportError(`A ${className} model cannot be written; use a Sequential one.`);
  }
  const weights = weightsByName(artifacts);
  const layers = config.layers.map((layer) => toLayer(layer, weights));
  return { inputShape: inputShapeOf(layers), layers };
}

interface SerializedLayer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>> & { readonly name: string };
}

interface SerializedModel {
  readonly class_name: string;
  readonly config: { readonly layers: readonly SerializedLayer[] };
}

/** tfjs types the topology as "any object"; its layout is Keras's `model.get_config()`. */
function topologyOf({ modelTopology }: io.ModelArtifacts): SerializedModel {
  if (!modelTopology || modelTopology instanceof ArrayBuffer) {
    throw new ExportError('The model has no topology. Is this the model.json of a LayersModel?');
  }
  return modelTopology as SerializedModel;
}

function toLayer(
  { class_name: className, config }: SerializedLayer,
  weights: ReadonlyMap<string, Weight>,
): Layer {
  const prefix = `${config.name}/`;
  const own = [...weights]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, weight]) => [name.slice(prefix.length), weight] as const);
  return { name: config.name, className, config, weights: Object.fromEntries(own) };
}

function inputShapeOf([first]: readonly Layer[]): readonly number[] {
  const shape = first?.config['batch_input_shape'];
  if (!Array.isArray(shape)) throw new ExportError('The first layer has no input shape.');
  return shape.slice(1).map((size: unknown) => {
    if (typeof size === 'number') return size;
    throw new ExportError(`The input shape [${shape.join(', ')}] is open; give every size.`);
  });
}

/** The weights stand one after the other in one buffer, in the order of their specifications. */
function weightsByName({ weightSpecs = [], weightData }: io.ModelArtifacts): Map<string, Weight> {
  const bytes = new Uint8Array(joined(weightData ?? []));
  let offset = 0;
  return new Map(
    weightSpecs.map(({ name, dtype, shape, quantization }) => {
      if (dtype !== 'float32' || quantization) {
        throw new ExportError(`Weight "${name}" is ${dtype}, quantized or not float32.`);
      }
      const length = shape.reduce((product, size) => product * size, 1);
      const end = offset + length * Float32Array.BYTES_PER_ELEMENT;
      // A copy of its own: a Float32Array must begin at a multiple of 4 in its buffer.
      const data = new Float32Array(bytes.slice(offset, end).buffer);
      offset = end;
      return [name, { data, shape }];
    }),
  );
}

function joined(data: io.WeightData): ArrayBuffer {
  if (data instanceof ArrayBuffer) return data;
  const bytes = new Uint8Array(data.reduce((total, part) => total + part.byteLength, 0));
  let offset = 0;
  for (const part of data) {
    bytes.set(new Uint8Array(part), offset);
    offset += part.byteLength;
  }
  return bytes.buffer;
}
