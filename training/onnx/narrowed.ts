/** Tried in this order. Every engine knows them; int16 not. */
const INTEGERS = [Int8Array, Uint8Array] as const;

type Narrowed = Float32Array | InstanceType<(typeof INTEGERS)[number]>;

/** The same numbers as bytes, where those hold every one; as they are where none does. */
export function narrowed(data: Float32Array): Narrowed {
  for (const Integers of INTEGERS) {
    const integers = Integers.from(data);
    if (data.every((value, index) => value === integers[index])) return integers;
  }
  return data;
}
