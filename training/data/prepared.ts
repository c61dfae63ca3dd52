import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SEEN_SIDE } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import { writeWhole } from '../files.ts';
import { DIGIT_BYTES, type Digits } from './mnist.ts';

const CACHE_DIR = join(PROJECT_ROOT, '.cache', 'prepared');

export interface PrepareOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told how many pictures are done, now and then. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Sends pictures through the preparation that the released graph holds, so that a network is trained on
 * just what it will see. The result is kept in `.cache`, by the sums of the graph and of the pictures.
 *
 * @param preparation a model from `image` to `seen`
 */
export async function prepareDigits(
  preparation: Uint8Array,
  digits: Digits,
  options: PrepareOptions = {},
): Promise<Digits> {
  const sum = createHash('sha256').update(preparation).update(digits.pixels).digest('hex');
  const path = join(CACHE_DIR, `${sum.slice(0, 16)}.bin`);
  const known = await readFile(path).catch(() => undefined);
  if (known?.length === digits.pixels.length) return { ...digits, pixels: new Uint8Array(known) };
  const pixels = await runAll(preparation, digits, options);
  writeWhole(path, pixels);
  return { ...digits, pixels };
}

async function runAll(
  preparation: Uint8Array,
  { count, pixels }: Digits,
  { signal, onProgress }: PrepareOptions,
): Promise<Uint8Array> {
  const session = await ort.InferenceSession.create(preparation, SESSION_OPTIONS);
  const prepared = new Uint8Array(pixels.length);
  for (let index = 0; index < count; index += 1) {
    signal?.throwIfAborted();
    const start = index * DIGIT_BYTES;
    const picture = pixels.subarray(start, start + DIGIT_BYTES);
    const image = new ort.Tensor('uint8', picture, [SEEN_SIDE, SEEN_SIDE, 1]);
    const { seen } = await session.run({ image });
    if (!(seen?.data instanceof Uint8Array))
      throw new TypeError('The preparation gives no "seen".');
    prepared.set(seen.data, start);
    if (index % 1000 === 999) onProgress?.(index + 1);
  }
  return prepared;
}
