import { join } from 'node:path';
import type { Picture } from '../../core/index.ts';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { faultOf } from '../../runtime-node/cli/fault.ts';
import { readPictureFile } from '../../runtime-node/cli/picture-file.ts';
import { openDecoder } from '../../runtime-node/decoder.ts';
import { listFolder } from '../evaluation/labelled-folder.ts';
import type { Shape } from '../onnx/network.ts';
import { sizeOf } from '../onnx/shapes.ts';

/** Enough to see how far activations reach. */
const MOST_PICTURES = 2_000;

/** Of red, green and blue in grey, ITU-R BT.601. */
const LUMA = [0.299, 0.587, 0.114];

/**
 * Reads pictures as a network sees them: bytes in its input's order, scaled to 0 to 1.
 *
 * @param shape the network's input: [height, width, 1, 3 or 4 channels], or [height * width] for grey
 * @returns one after the other
 * @throws CommandError naming the picture that can't be read or has not the network's size
 */
export async function readCalibrationPictures(folder: string, shape: Shape): Promise<Float32Array> {
  const names = (await listFolder(folder)).slice(0, MOST_PICTURES);
  const decode = await openDecoder();
  const size = sizeOf(shape);
  const examples = new Float32Array(names.length * size);
  for (const [index, name] of names.entries()) {
    const file = join(folder, name);
    const picture = await readPictureFile(file, decode).catch((cause: unknown) => {
      throw new CommandError(`${file}: ${faultOf(cause)}`, { cause });
    });
    const bytes = asInput(picture, shape);
    if (!bytes) {
      throw new CommandError(
        `${file}: The picture has ${picture.width}x${picture.height} pixels, ` +
          `but the network takes [${shape.join(', ')}].`,
      );
    }
    examples.set(
      bytes.map((byte) => byte / 255),
      index * size,
    );
  }
  return examples;
}

/** undefined where the picture has another size. */
function asInput({ pixels, width, height }: Picture, shape: Shape): Float32Array | undefined {
  const [rows = 0, columns = 0, channels = 1] = shape;
  const isFlat = shape.length === 1;
  if (isFlat ? width * height !== rows : height !== rows || width !== columns) return undefined;
  const picked = isFlat ? 1 : channels;
  return Float32Array.from({ length: width * height * picked }, (_, index) => {
    const rgba = pixels.subarray(Math.floor(index / picked) * 4);
    if (picked > 1) return rgba[index % picked] ?? 0;
    return Math.round(LUMA.reduce((sum, share, channel) => sum + share * (rgba[channel] ?? 0), 0));
  });
}
