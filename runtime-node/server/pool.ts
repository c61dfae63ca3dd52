import { Piscina } from 'piscina';
import { PictureError } from '../../core/index.ts';
import { openGate, shut, type NativeGate } from '../native-gate.ts';
import type { PictureReader, ReadPicture } from './app.ts';
import { busy, tooMany } from './busy.ts';
import type { Reading, Task, ThreadData } from './worker.ts';

export interface PoolOptions {
  /** Path of the full model. */
  readonly model: string;
  readonly threads: number;
  /** Pictures that may wait for a thread; another is refused with 503. */
  readonly queueLimit: number;
  /** From receiving a picture to its answer, in milliseconds; then 503, and its thread is replaced. */
  readonly timeLimit: number;
}

export interface Pool extends PictureReader {
  /** Ends the threads, once they are done with what they do. */
  close(): Promise<void>;
}

/**
 * Starts threads that decode and read pictures, so that the event loop stays free: onnxruntime-node runs
 * a session synchronously, and a hostile picture can keep a decoder busy for minutes.
 *
 * Resolves when every thread can read at full speed. Rejects where the model can't be opened.
 */
export async function openPool(options: PoolOptions): Promise<Pool> {
  const { model, threads, queueLimit, timeLimit } = options;
  const workerData: ThreadData = { model };
  const piscina = new Piscina<Task, Reading>({
    filename: new URL('./worker.js', import.meta.url).href,
    workerData,
    minThreads: threads,
    maxThreads: threads,
  });
  // Of threads that end between pictures; the pool has replaced them by then.
  piscina.on('error', console.error);

  await everyThreadReady(piscina).catch(async (error: unknown) => {
    await piscina.destroy();
    throw error;
  });

  const isFull = () => piscina.queueSize >= queueLimit;

  const read: ReadPicture = async (file) => {
    if (isFull()) throw tooMany();
    const gate = openGate();
    const reading = await within(timeLimit, gate, (signal) => {
      const own = ownBytes(file);
      const task = { file: own, gate };
      return piscina.run(task, { signal, transferList: [own.buffer] }).catch(lastReading);
    });
    if ('fault' in reading) throw new PictureError(reading.fault, reading.message);
    return reading.answer;
  };
  const close = async () => {
    // A thread that starts is in native code; one that is ready and idle is not.
    await everyThreadReady(piscina).catch(() => undefined);
    await piscina.destroy();
  };
  return { read, isFull, close };
}

/** A thread takes one picture at a time, so as many (empty ones) at once as threads reach each thread. */
async function everyThreadReady(piscina: Piscina<Task, Reading>): Promise<void> {
  const pings = Array.from({ length: piscina.maxThreads }, () =>
    piscina.run({ file: new Uint8Array(), gate: openGate() }),
  );
  await Promise.all(pings);
}

/** @param gate of the thread that the signal ends */
async function within<T>(
  limit: number,
  gate: NativeGate,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    void shut(gate).then(() => {
      controller.abort();
    });
  }, limit);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted
      ? busy(`The picture was not read within ${limit / 1000} seconds.`)
      : error;
  } finally {
    clearTimeout(timer);
  }
}

/** Bytes that can be moved to another thread: a small Buffer shares its memory with others, so copy that. */
function ownBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return whole
    ? new Uint8Array(buffer)
    : Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength));
}

/** A thread that retires hands over its last reading in the error that ends it. */
function lastReading(error: unknown): Reading {
  if (error instanceof Error && 'reading' in error) return error.reading as Reading;
  throw error;
}
