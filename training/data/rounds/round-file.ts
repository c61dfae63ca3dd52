import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { writeWhole } from '../../files.ts';
import { DIGIT_BYTES } from '../mnist.ts';
import type { Part } from './worker.ts';

/** Fast: it makes files of a quarter of the size already. */
const LEVEL = 1;

/** Labels, then pixels. Rejects nothing: undefined where there is no such file or it is of another size. */
export async function readRound(path: string, count: number): Promise<Part | undefined> {
  const bytes = await readFile(path)
    .then(promisify(gunzip))
    .catch(() => undefined);
  if (bytes?.length !== count * (1 + DIGIT_BYTES)) return undefined;
  const whole = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { labels: whole.subarray(0, count), pixels: whole.subarray(count) };
}

export async function writeRound(path: string, { labels, pixels }: Part): Promise<void> {
  const whole = new Uint8Array(labels.length + pixels.length);
  whole.set(labels);
  whole.set(pixels, labels.length);
  writeWhole(path, await promisify(gzip)(whole, { level: LEVEL }));
}
