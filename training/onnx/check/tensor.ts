import type { TensorProto, ValueInfoProto } from 'onnx-buf';
import { elementTypeNamed } from '../proto.ts';

/** In bytes. */
const ELEMENT_SIZE = { float32: 4, uint8: 1, int8: 1, int32: 4, int64: 8, bool: 1 } as const;

/** What is wrong with a constant. */
export function tensorFaults(tensor: TensorProto): readonly string[] {
  const { name, dataType, dims, rawData } = tensor;
  const type = elementTypeNamed(dataType);
  if (!type) return [`constant "${name}" has the unknown element type ${dataType}`];
  const wanted = dims.reduce<number>((product, size) => product * Number(size), ELEMENT_SIZE[type]);
  if (wanted === rawData.length) return [];
  const shape = `${type} [${dims.join(', ')}]`;
  return [`constant "${name}" is ${shape} and needs ${wanted} bytes, but has ${rawData.length}`];
}

/** What is wrong with the type of an input or output of the graph. */
export function valueFaults({ name, type }: ValueInfoProto): readonly string[] {
  if (type?.value.case !== 'tensorType') return [`"${name}" has no tensor type`];
  const { elemType, shape } = type.value.value;
  const faults: string[] = [];
  if (!elementTypeNamed(elemType))
    faults.push(`"${name}" has the unknown element type ${elemType}`);
  if (!shape) faults.push(`"${name}" has no shape`);
  for (const { value } of shape?.dim ?? []) {
    const known = value.case === 'dimValue' ? value.value > 0n : value.case && value.value !== '';
    if (!known) faults.push(`"${name}" has a dimension without a length or a name`);
  }
  return faults;
}
