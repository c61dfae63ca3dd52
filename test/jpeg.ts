import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import encode, { init } from '@jsquash/jpeg/encode.js';
import type { Picture } from '../core/index.ts';

const WASM = '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm';

await init({ wasmBinary: await readFile(createRequire(import.meta.url).resolve(WASM)) });

/** A progressive JPEG file of an RGBA picture. */
export async function jpegOf({ pixels, width, height }: Picture): Promise<Uint8Array> {
  const data = Uint8ClampedArray.from(pixels);
  return new Uint8Array(await encode({ data, width, height, colorSpace: 'srgb' }, { quality: 95 }));
}

/**
 * The same JPEG with an EXIF orientation, 1 to 8: Exif 2.32, section 4.6.4, tag 0x0112.
 * An APP1 segment with a big-endian TIFF header and one directory entry follows the start marker.
 */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const entry = Uint8Array.of(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0);
  const directory = Buffer.concat([Uint8Array.of(0, 1), entry, Uint8Array.of(0, 0, 0, 0)]);
  const tiff = Buffer.concat([Buffer.from('MM\0\x2a\0\0\0\x08', 'latin1'), directory]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const app1 = Buffer.concat([Uint8Array.of(0xff, 0xe1, 0, exif.length + 2), exif]);
  return Buffer.concat([jpeg.subarray(0, 2), app1, jpeg.subarray(2)]);
}

/**
 * The same progressive JPEG with its last scan `times` times more. The file hardly grows, but a decoder
 * goes over every pixel's coefficients again for each.
 */
export function withRepeatedScan(jpeg: Uint8Array, times: number): Uint8Array {
  const bytes = Buffer.from(jpeg);
  const end = bytes.lastIndexOf(Uint8Array.of(0xff, 0xd9));
  const start = bytes.lastIndexOf(Uint8Array.of(0xff, 0xda));
  const scan = bytes.subarray(start, end);
  return Buffer.concat([
    bytes.subarray(0, end),
    ...new Array<Buffer>(times).fill(scan),
    bytes.subarray(end),
  ]);
}
