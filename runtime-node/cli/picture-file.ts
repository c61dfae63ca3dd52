import { readFile } from 'node:fs/promises';
import type { Picture, PictureDecoder } from '../../core/index.ts';
import { typedPath } from './typed-path.ts';

/** Rejects with the file system's error or a PictureError; `faultOf` puts either in words. */
export async function readPictureFile(path: string, decode: PictureDecoder): Promise<Picture> {
  return decode(await readFile(typedPath(path)));
}
