import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, type TensorProto } from 'onnx-buf';

/** As far into the largest weights as the middle of MNIST's pictures is, where there is ink. */
const MIDDLE = 0.52;

/**
 * A copy of an ONNX model with one bit of one weight flipped: the highest, which is the sign, or the
 * lowest, which is worth less than rounding takes away.
 */
export function withFlippedBit(model: Uint8Array, which: 'highest' | 'lowest'): Uint8Array {
  // A copy, as the parsed weights are views of the bytes.
  const parsed = fromBinary(ModelProtoSchema, new Uint8Array(model));
  const weights = largest(parsed.graph?.initializer ?? []);
  if (!weights) throw new RangeError('The model has no weights.');
  const count = weights.dims.reduce((product, dim) => product * Number(dim), 1);
  const size = weights.rawData.length / count;
  const first = firstOther(weights.rawData, size, Math.floor(count * MIDDLE) * size);
  const [byte, bit] = which === 'highest' ? [first + size - 1, 0x80] : [first, 1];
  weights.rawData[byte] = (weights.rawData[byte] ?? 0) ^ bit;
  return toBinary(ModelProtoSchema, parsed);
}

/** The first weight from here on that isn't 0, whose sign would mean nothing. */
function firstOther(bytes: Uint8Array, size: number, start: number): number {
  let offset = start;
  while (bytes.subarray(offset, offset + size).every((byte) => byte === 0)) offset += size;
  return offset;
}

function largest(tensors: readonly TensorProto[]): TensorProto | undefined {
  return tensors.toSorted((a, b) => b.rawData.length - a.rawData.length)[0];
}
