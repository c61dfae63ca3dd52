/** What a thread of the pool runs: it opens decoder and model once, then reads picture after picture. */
import { workerData } from 'node:worker_threads';
import { PictureError, toJson, type AnswerJson, type PictureFault } from '../../core/index.ts';
import { openDecoder } from '../decoder.ts';
import { openGate, throughGate, type NativeGate } from '../native-gate.ts';
import { openModel } from '../reader.ts';

export interface ThreadData {
  /** Path of the full model. */
  readonly model: string;
}

/** A picture to read. */
export interface Task {
  /** The bytes of a PNG or JPEG. */
  readonly file: Uint8Array;
  /** Shut before this thread is ended. */
  readonly gate: NativeGate;
}

/** An error class does not survive the way between threads, so what went wrong travels as data. */
export type Reading =
  { readonly answer: AnswerJson } | { readonly fault: PictureFault; readonly message: string };

/**
 * Bytes outside the JavaScript heap (wasm memory, pixels) above which a thread is replaced. Wasm memory
 * never shrinks, and a decoder that fails never frees what it held: 49 MB each time for a damaged
 * 30 KB PNG of 7000x7000. A 24-megapixel JPEG takes 350 MB.
 */
const RETIRE_ABOVE = 512e6;

/** 1x1 PNG. */
const BLANK =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

const { model } = workerData as ThreadData;
const [decode, read] = await Promise.all([openDecoder(), openModel(model)]);

// The first picture takes ten times as long as the second; no client should wait for it.
await readingOf({ file: Buffer.from(BLANK, 'base64'), gate: openGate() });

export default async function readPicture(task: Task): Promise<Reading> {
  const reading = await readingOf(task);
  return process.memoryUsage().external > RETIRE_ABOVE ? retireWith(reading) : reading;
}

async function readingOf({ file, gate }: Task): Promise<Reading> {
  try {
    const picture = await decode(file);
    return { answer: toJson(await throughGate(gate, () => read(picture))) };
  } catch (error) {
    if (error instanceof PictureError) return { fault: error.fault, message: error.message };
    throw error;
  }
}

/** The error by which a thread ends, with what it read last. */
export class Retirement extends Error {
  readonly reading: Reading;

  constructor(reading: Reading) {
    super('This thread is to be replaced.');
    this.reading = reading;
  }
}

/**
 * Ends this thread. An error that nothing catches is the one way to do so that also hands over a result:
 * after a plain return the pool would give this thread its next picture at once.
 */
function retireWith(reading: Reading): Promise<never> {
  setImmediate(() => {
    throw new Retirement(reading);
  });
  return new Promise(() => undefined);
}
