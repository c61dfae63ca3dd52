import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import { pictureDecoder, type PictureDecoder } from '../core/index.ts';

const require = createRequire(import.meta.url);

/** The shared decoder with its wasm read from node_modules. */
export async function openDecoder(): Promise<PictureDecoder> {
  await initPng(await wasmOf('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
  await initJpeg({
    wasmBinary: await wasmOf('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
    // It would write libjpeg's warnings to stderr, where they help nobody.
    printErr: () => undefined,
  });
  return pictureDecoder({ png: decodePng, jpg: decodeJpeg });
}

async function wasmOf(specifier: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(require.resolve(specifier))).buffer;
}
