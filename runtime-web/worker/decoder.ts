import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import jpegUrl from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm?url';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import pngUrl from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm?url';
import { pictureDecoder, type PictureDecoder } from '../../core/index.ts';
import { fetchBytes } from './fetch-bytes.ts';

/** The shared decoder with its wasm loaded from where the page came from. */
export async function openDecoder(): Promise<PictureDecoder> {
  const [png, jpeg] = await Promise.all([fetchBytes(pngUrl), fetchBytes(jpegUrl)]);
  await initPng(png.buffer);
  await initJpeg({
    wasmBinary: jpeg.buffer,
    // It would write libjpeg's warnings to the console, where they help nobody.
    printErr: () => undefined,
  });
  return pictureDecoder({ png: decodePng, jpg: decodeJpeg });
}
