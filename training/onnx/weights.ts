import type { io } from '@tensorflow/tfjs';
import { ExportError } from './error.ts';
import { fromFloat16 } from './float16.ts';
import type { Weight } from './network.ts';

type Specification = io.WeightsManifestEntry;
type Quantization = NonNullable<Specification['quantization']>;

/** In bytes. */
const STORED_SIZE = { float32: 4, int32: 4, bool: 1, uint8: 1, uint16: 2, float16: 2 } as const;

type Stored = keyof typeof STORED_SIZE;

/**
 * The weights of a saved model by name, as float32; those that tfjs stores in fewer bits are widened as
 * tfjs does when it loads them. The state of an optimizer is left out.
 *
 * They stand one after the other in one buffer, in the order of their specifications.
 *
 * @throws ExportError where a weight is no number or the buffer is too short or too long
 */
export function decodeWeights(
  specifications: readonly Specification[],
  data: io.WeightData,
): Map<string, Weight> {
  const bytes = joined(data);
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const specification of specifications) {
    const { name, shape, group } = specification;
    const stored = storedType(specification);
    const end = offset + shape.reduce((product, size) => product * size, STORED_SIZE[stored]);
    if (end > bytes.length) throw wrongLength(bytes.length, `weight "${name}" ends at ${end}`);
    if (group !== 'optimizer') {
      if (weights.has(name)) throw new ExportError(`Two weights are called "${name}".`);
      weights.set(name, { data: decode(specification, bytes.slice(offset, end)), shape });
    }
    offset = end;
  }
  if (offset !== bytes.length) throw wrongLength(bytes.length, `the last weight ends at ${offset}`);
  return weights;
}

function wrongLength(length: number, where: string): ExportError {
  return new ExportError(`The weights are ${length} bytes, but ${where}. Is a file cut short?`);
}

function storedType({ name, dtype, quantization }: Specification): Stored {
  const stored = quantization ? quantization.dtype : dtype;
  if (Object.hasOwn(STORED_SIZE, stored)) return stored as Stored;
  throw new ExportError(`Weight "${name}" is ${stored}; only numbers can be written.`);
}

/** @param bytes a copy of its own: a typed array must begin at a multiple of its elements' size */
function decode({ name, dtype, quantization }: Specification, bytes: Uint8Array): Float32Array {
  if (dtype !== 'float32') {
    throw new ExportError(`Weight "${name}" is ${dtype}; only float32 can be written.`);
  }
  if (!quantization) return new Float32Array(bytes.buffer);
  const { dtype: stored } = quantization;
  if (stored === 'float16') return fromFloat16(new Uint16Array(bytes.buffer));
  const steps = stored === 'uint8' ? bytes : new Uint16Array(bytes.buffer);
  return spread(name, steps, quantization);
}

function spread(name: string, steps: Iterable<number>, { scale, min }: Quantization): Float32Array {
  if (scale === undefined || min === undefined) {
    throw new ExportError(`Weight "${name}" is quantized without a scale and a minimum.`);
  }
  return Float32Array.from(steps, (step) => step * scale + min);
}

/** A plain Uint8Array, whose `slice` copies; a Buffer's does not. */
function joined(data: io.WeightData): Uint8Array {
  return new Uint8Array(Buffer.concat([data].flat().map((part) => new Uint8Array(part))));
}
