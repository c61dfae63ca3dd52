import { FULL_MODEL, SEEN_SIDE, type Picture, type Reader } from '../../core/index.ts';
import { openModel } from '../reader.ts';
import { CommandError } from './command-error.ts';
import { faultOf } from './fault.ts';
import { typedPath } from './typed-path.ts';

const BLANK: Picture = {
  pixels: new Uint8Array(SEEN_SIDE * SEEN_SIDE),
  width: SEEN_SIDE,
  height: SEEN_SIDE,
  channels: 1,
};

/**
 * Opens the model that a command was given. It reads a blank picture first: the classifier alone, or any
 * other ONNX file, loads without complaint and would only fail at the first picture.
 *
 * @throws CommandError where the file is missing or does not keep the contract
 */
export async function openGivenModel(path: string): Promise<Reader> {
  try {
    const read = await openModel(typedPath(path));
    await read(BLANK);
    return read;
  } catch (cause) {
    throw new CommandError(
      `${path} can't be used as the model: ${faultOf(cause)} ` +
        `It should be a ${FULL_MODEL.file} written by "npm run train".`,
      { cause },
    );
  }
}
