import './buffer.ts';
import { expose } from 'comlink';
import type { Picture, PictureDecoder, Reader } from '../../core/index.ts';
import { givesReleasedBits } from './check.ts';
import { openDecoder } from './decoder.ts';
import { openModel } from './model.ts';
import type { Reading, Recogniser } from './recogniser.ts';

let reader: Reader | undefined;
let decoder: PictureDecoder | undefined;

const recogniser: Recogniser = {
  open: async (onProgress) => {
    reader = await openModel(onProgress);
  },
  readPicture,
  readFile: async (file) => {
    decoder ??= await openDecoder();
    return readPicture(await decoder(new Uint8Array(await file.arrayBuffer())));
  },
  check: (onRead) => givesReleasedBits(opened(), onRead),
};

async function readPicture(picture: Picture): Promise<Reading> {
  const { width, height } = picture;
  return { answer: await opened()(picture), width, height };
}

function opened(): Reader {
  if (reader === undefined) throw new Error('A picture came before the model was opened.');
  return reader;
}

expose(recogniser);
