import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { Threads } from '../threads.ts';
import { DIGIT_BYTES, type Digits } from './mnist.ts';
import { readAhead } from './read-ahead.ts';
import { GENERATOR_VERSION, planRound } from './rounds/example.ts';
import { readRound, writeRound } from './rounds/round-file.ts';
import type { Part, Task, ThreadData } from './rounds/worker.ts';

export { NOT_A_DIGIT } from './rounds/example.ts';

/** Prepared pictures to train on. */
export interface Examples {
  readonly count: number;
  /** [count * 784], as in `seen`. */
  readonly pixels: Uint8Array;
  /** [count], 0 to 9, or NOT_A_DIGIT. */
  readonly labels: Uint8Array;
}

export interface RoundsOptions {
  /** As they are in MNIST's files: every round shows each of them once, one way or another. */
  readonly digits: Digits;
  /** A model from `image` to `seen` and `found`. */
  readonly preparation: Uint8Array;
  /** How many rounds will be asked for: the next one is rendered while the last is used. */
  readonly rounds: number;
  readonly signal: AbortSignal;
  /** Told how many of a round's examples are done, now and then; also of the next one's. */
  readonly onProgress?: ((round: number, done: number, count: number) => void) | undefined;
  /** As many as the processor runs at once, 4 at most, unless said otherwise. What comes out is the same for any number. */
  readonly threads?: number | undefined;
  /** Where rounds are kept; `.cache/rounds` unless said otherwise. */
  readonly cache?: string | undefined;
}

export interface Rounds {
  /** Examples in each round. */
  readonly count: number;
  /** The examples of a round, from 0. Rejects with the signal's reason once it is aborted. */
  round(index: number): Promise<Examples>;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

/** They render faster than a network trains; each more would hold a session of its own for nothing. */
const ENOUGH_THREADS = 4;

/** Examples that a thread renders at a time. */
const TASK_SIZE = 100;

/** Tasks that are with each thread: one that it works on, one that waits. */
const QUEUED = 2;

/**
 * Opens rounds of pictures to train on: all that MNIST's digits can look like in the world, gone through
 * the preparation. A round is settled by the preparation, the digits, the generator's version and its
 * index, so that several trainings share what `.cache/rounds` keeps.
 */
export function openRounds(options: RoundsOptions): Rounds {
  const { rounds, signal, cache = join(PROJECT_ROOT, '.cache', 'rounds') } = options;
  const { count } = planRound(options.digits);
  const folder = join(cache, keyOf(options));
  const renderer = new Renderer(options, count);

  const load = async (index: number) => {
    const path = join(folder, `${index}.gz`);
    const known = await readRound(path, count);
    if (known !== undefined) return known;
    const part = await renderer.render(index);
    await writeRound(path, part);
    return part;
  };
  const partOf = readAhead(rounds, signal, load);
  return {
    count,
    round: async (index) => ({ count, ...(await partOf(index)) }),
    close: () => renderer.close(),
  };
}

function keyOf({ digits, preparation }: RoundsOptions): string {
  return createHash('sha256')
    .update(`${GENERATOR_VERSION}`)
    .update(preparation)
    .update(digits.pixels)
    .update(digits.labels)
    .digest('hex')
    .slice(0, 16);
}

/** Renders rounds in threads, which start with the first. */
class Renderer {
  readonly #options: RoundsOptions;
  readonly #count: number;
  #threads: Threads<Task, Part> | undefined;

  constructor(options: RoundsOptions, count: number) {
    this.#options = options;
    this.#count = count;
  }

  async render(round: number): Promise<Part> {
    const { onProgress } = this.#options;
    this.#threads ??= startThreads(this.#options);
    const threads = this.#threads;
    const count = this.#count;
    const labels = new Uint8Array(count);
    const pixels = new Uint8Array(count * DIGIT_BYTES);
    let [next, done] = [0, 0];
    const renderParts = async () => {
      while (next < count) {
        const start = next;
        const end = Math.min(start + TASK_SIZE, count);
        next = end;
        const part = await threads.run({ round, start, end });
        labels.set(part.labels, start);
        pixels.set(part.pixels, start * DIGIT_BYTES);
        done += end - start;
        onProgress?.(round, done, count);
      }
    };
    await Promise.all(Array.from({ length: QUEUED * threads.count }, renderParts)).catch(
      (error: unknown) => {
        next = count;
        throw error;
      },
    );
    return { labels, pixels };
  }

  async close(): Promise<void> {
    await this.#threads?.close();
  }
}

function startThreads({
  digits,
  preparation,
  signal,
  threads = Math.min(availableParallelism(), ENOUGH_THREADS),
}: RoundsOptions): Threads<Task, Part> {
  const workerData: ThreadData = {
    digits: { ...digits, pixels: shared(digits.pixels) },
    preparation,
  };
  return new Threads(new URL('./rounds/worker.js', import.meta.url), workerData, threads, signal);
}

/** A copy in memory that threads share. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
