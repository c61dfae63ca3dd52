import { createJimp } from '@jimp/core';
import { Buffer } from 'buffer';
import { PictureError } from './error.ts';
import { inspect, type PictureType } from './inspect.ts';
import type { Picture } from './picture.ts';

/** RGBA, 8 bits a channel, not premultiplied: what the @jsquash decoders give. */
export interface Rgba {
  readonly data: Uint8Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** The wasm decoders, readied by the caller, since where their wasm comes from depends on the platform. */
export type PixelDecoders = Readonly<Record<PictureType, (file: ArrayBuffer) => Promise<Rgba>>>;

/** Decodes a PNG or JPEG file to upright RGBA pixels. Rejects with a PictureError. */
export type PictureDecoder = (file: Uint8Array) => Promise<Picture>;

/**
 * A decoder that gives the same pixels on every platform: jimp finds the format and turns the picture
 * as its EXIF orientation says, the given wasm decoders do the rest. Colour profiles are not applied.
 */
export function pictureDecoder(decoders: PixelDecoders): PictureDecoder {
  const Jimp = createJimp({
    formats: [
      jimpFormat('image/png', decoders.png),
      // An animated PNG is a PNG with more chunks, which decoders that don't know them skip.
      jimpFormat('image/apng', decoders.png),
      jimpFormat('image/jpeg', decoders.jpg),
    ],
  });
  return async (file) => {
    inspect(file);
    try {
      const { bitmap } = await Jimp.fromBuffer(Buffer.from(file));
      const { width, height } = bitmap;
      // jimp's types name Node's global Buffer, which core does not see; every Buffer is a Uint8Array.
      const { buffer, byteOffset, byteLength } = bitmap.data as Uint8Array;
      const pixels = new Uint8Array(buffer, byteOffset, byteLength);
      return { pixels, width, height, channels: 4 };
    } catch (cause) {
      throw new PictureError('not-a-picture', 'The picture is damaged or cut short.', { cause });
    }
  };
}

function jimpFormat<Mime extends string>(mime: Mime, decode: PixelDecoders[PictureType]) {
  return () => ({
    mime,
    encode: () => {
      throw new Error(`Writing ${mime} is not supported.`);
    },
    decode: async (file: Uint8Array) => {
      const { data, width, height } = await decode(new Uint8Array(file).buffer);
      return { data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), width, height };
    },
  });
}
