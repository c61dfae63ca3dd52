import { imageSize } from 'image-size';
import { PictureError } from './error.ts';
import { MAX_PIXELS } from './limits.ts';

/** The picture types that are decoded, by their usual file extension. */
export type PictureType = 'png' | 'jpg';

/**
 * Looks at a file's header only, so that no hostile file is decoded just to be refused.
 *
 * @throws PictureError where the file is no picture, of another type, or declares too many pixels
 */
export function inspect(file: Uint8Array): PictureType {
  const { type, width, height } = headerOf(file);
  if (type !== 'png' && type !== 'jpg') {
    throw new PictureError(
      'unsupported-type',
      `This is a ${type?.toUpperCase() ?? 'file of unknown type'}; send a PNG or JPEG.`,
    );
  }
  if (width * height > MAX_PIXELS) {
    throw new PictureError(
      'too-large',
      `The picture declares ${width}x${height} pixels; at most ${MAX_PIXELS / 1e6} million are read.`,
    );
  }
  return type;
}

function headerOf(file: Uint8Array) {
  try {
    return imageSize(file);
  } catch (cause) {
    throw new PictureError('not-a-picture', 'This is not a picture; send a PNG or JPEG.', {
      cause,
    });
  }
}
