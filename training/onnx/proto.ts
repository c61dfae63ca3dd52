import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  TensorProto_DataType,
  TensorProtoSchema,
  ValueInfoProtoSchema,
  type AttributeProto,
  type TensorProto,
  type ValueInfoProto,
} from 'onnx-buf';

const ELEMENT_TYPES = {
  float32: TensorProto_DataType.FLOAT,
  uint8: TensorProto_DataType.UINT8,
  int8: TensorProto_DataType.INT8,
  int32: TensorProto_DataType.INT32,
  int64: TensorProto_DataType.INT64,
  bool: TensorProto_DataType.BOOL,
} as const;

/** The element types that our graphs use. */
export type ElementType = keyof typeof ELEMENT_TYPES;

const NAMES: ReadonlyMap<number, ElementType> = new Map(
  Object.entries(ELEMENT_TYPES).map(([name, code]) => [code, name as ElementType]),
);

/** ONNX's number for an element type, as the attribute `to` of Cast wants it. */
export function elementTypeCode(type: ElementType): number {
  return ELEMENT_TYPES[type];
}

/** The element type for ONNX's number; undefined where our graphs have none like it. */
export function elementTypeNamed(code: number): ElementType | undefined {
  return NAMES.get(code);
}

/** A number is ONNX's int, a list its ints; a float says so. */
export type Attribute = number | readonly number[] | string | { readonly float: number };

/** A fixed length, or the name of one that is only known when the graph runs. */
export type Dimension = number | string;

export type TensorData = Float32Array | Int8Array | Uint8Array | Int32Array | BigInt64Array;

/** A constant tensor, stored as little-endian raw data (onnx.proto, TensorProto.raw_data). */
export function tensorProto(name: string, data: TensorData, dims: readonly number[]): TensorProto {
  return create(TensorProtoSchema, {
    name,
    dataType: ELEMENT_TYPES[elementTypeOf(data)],
    dims: dims.map(BigInt),
    rawData: littleEndian(data),
  });
}

function elementTypeOf(data: TensorData): ElementType {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof BigInt64Array) return 'int64';
  if (data instanceof Int32Array) return 'int32';
  return data instanceof Int8Array ? 'int8' : 'uint8';
}

/** Node.js runs on little-endian machines only, so a typed array's bytes are already in order. */
function littleEndian(data: TensorData): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

export function valueInfoProto(
  name: string,
  type: ElementType,
  dims: readonly Dimension[],
): ValueInfoProto {
  const dim = dims.map((size) => ({
    value:
      typeof size === 'string'
        ? { case: 'dimParam' as const, value: size }
        : { case: 'dimValue' as const, value: BigInt(size) },
  }));
  const value = { elemType: ELEMENT_TYPES[type], shape: { dim } };
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: 'tensorType', value } },
  });
}

export function attributeProto(name: string, attribute: Attribute): AttributeProto {
  return create(AttributeProtoSchema, { name, ...attributeValue(attribute) });
}

function attributeValue(attribute: Attribute): MessageInitShape<typeof AttributeProtoSchema> {
  const { INT, INTS, STRING, FLOAT } = AttributeProto_AttributeType;
  if (typeof attribute === 'number') return { type: INT, i: BigInt(attribute) };
  if (typeof attribute === 'string') {
    return { type: STRING, s: new TextEncoder().encode(attribute) };
  }
  if ('float' in attribute) return { type: FLOAT, f: attribute.float };
  return { type: INTS, ints: attribute.map(BigInt) };
}
