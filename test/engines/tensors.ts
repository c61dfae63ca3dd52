import type { Picture } from '../../core/index.ts';

/** A uint8 tensor: a picture, or a batch of prepared ones. */
export interface ByteTensor {
  readonly dims: readonly [number, number, number];
  readonly data: Uint8Array;
}

/** As the full model takes a picture. */
export function pictureTensor({ height, width, channels, pixels }: Picture): ByteTensor {
  return { dims: [height, width, channels], data: pixels };
}

/** The file that engines read, described in `python/harness.py`. */
export function tensorsFile(tensors: readonly ByteTensor[]): Uint8Array {
  const parts = tensors.flatMap(({ dims, data }) => [uint32s(...dims), data]);
  return Buffer.concat([uint32s(tensors.length), ...parts]);
}

function uint32s(...numbers: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, 4 * index));
  return bytes;
}
