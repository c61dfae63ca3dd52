import { CLASS_COUNT, FULL_MODEL, SEEN_SIDE } from './contract.ts';
import type { Picture } from './picture/picture.ts';

/** A tensor as both onnxruntime-node and onnxruntime-web hand it out. */
interface TensorLike {
  readonly data: unknown;
}

interface SessionLike<Tensor> {
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, TensorLike>>>;
}

/**
 * The part of an ONNX runtime that reading needs. `onnxruntime-node` and `onnxruntime-web` both fit,
 * so the caller passes whichever runs where it runs.
 */
export interface OnnxRuntime<Tensor, Options> {
  readonly Tensor: new (type: 'uint8', data: Uint8Array, dims: readonly number[]) => Tensor;
  readonly InferenceSession: {
    create(model: Uint8Array, options?: Options): Promise<SessionLike<Tensor>>;
  };
}

/** Where the ink is, in pixels of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Answer {
  /** 0 to 9; null where the picture holds no ink. */
  readonly digit: number | null;
  readonly found: boolean;
  /** Whether the model stands by its digit; never where nothing is found. */
  readonly sure: boolean;
  /** [10]. */
  readonly logits: Float32Array;
  /** [10], 0 to 1. */
  readonly probabilities: Float32Array;
  readonly box: Box;
  /** [28 * 28], what the classifier looked at: ink bright on black. */
  readonly seen: Uint8Array;
}

/** Reads a picture. Rejects with a RangeError where the pixels do not fit the picture's dimensions. */
export type Reader = (picture: Picture) => Promise<Answer>;

/**
 * Opens a full model in the given ONNX runtime.
 *
 * @param runtime the imported module `onnxruntime-node` or `onnxruntime-web`
 * @param model the bytes of the `.onnx` file
 * @param options handed to `InferenceSession.create` as they are
 */
export async function openReader<Tensor, Options>(
  runtime: OnnxRuntime<Tensor, Options>,
  model: Uint8Array,
  options?: Options,
): Promise<Reader> {
  const session = await runtime.InferenceSession.create(model, options);
  return async (picture) => {
    const dims = tensorDims(picture);
    const image = new runtime.Tensor('uint8', picture.pixels, dims);
    return toAnswer(await session.run({ [FULL_MODEL.input]: image }));
  };
}

function tensorDims({ pixels, width, height, channels }: Picture): readonly number[] {
  const wanted = width * height * channels;
  if (wanted === 0 || pixels.length !== wanted) {
    throw new RangeError(
      `A ${width}x${height} picture with ${channels} channels needs ${wanted} bytes ` +
        `(and at least one pixel), but ${pixels.length} were given.`,
    );
  }
  return [height, width, channels];
}

function toAnswer(outputs: Readonly<Record<string, TensorLike>>): Answer {
  const names = FULL_MODEL.outputs;
  const [digit] = dataOf(outputs, names.digit, Int32Array, 1);
  const [found] = dataOf(outputs, names.found, Uint8Array, 1);
  const [sure] = dataOf(outputs, names.sure, Uint8Array, 1);
  const [x = 0, y = 0, width = 0, height = 0] = dataOf(outputs, names.box, Int32Array, 4);
  return {
    digit: found === 0 || digit === undefined ? null : digit,
    found: found !== 0,
    sure: sure !== 0,
    logits: dataOf(outputs, names.logits, Float32Array, CLASS_COUNT),
    probabilities: dataOf(outputs, names.probabilities, Float32Array, CLASS_COUNT),
    box: { x, y, width, height },
    seen: dataOf(outputs, names.seen, Uint8Array, SEEN_SIDE * SEEN_SIDE),
  };
}

/** A model that does not keep the contract fails here, by name, instead of giving a wrong answer. */
function dataOf<T extends { readonly length: number }>(
  outputs: Readonly<Record<string, TensorLike>>,
  name: string,
  type: abstract new (...args: never[]) => T,
  length: number,
): T {
  const data = outputs[name]?.data;
  if (!(data instanceof type) || data.length !== length) {
    throw new TypeError(
      `The model's output "${name}" should be ${type.name} [${length}]. ` +
        'Is this a digits.onnx written by this project?',
    );
  }
  return data;
}
