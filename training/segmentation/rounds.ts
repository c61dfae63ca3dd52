import type { Digits } from '../data/mnist.ts';
import { readAhead } from '../data/read-ahead.ts';
import { Threads } from '../threads.ts';
import type { Example } from './example.ts';
import type { Task, ThreadData } from './worker.ts';

export interface SegmentationRoundsOptions {
  /** As they are in MNIST's files. */
  readonly digits: Digits;
  /** Examples of a round. */
  readonly count: number;
  /** How many rounds will be asked for: the next one is rendered while the last is used. */
  readonly rounds: number;
  readonly signal: AbortSignal;
}

export interface SegmentationRounds {
  /** The examples of a round, from 0. Rejects with the signal's reason once it is aborted. */
  round(index: number): Promise<readonly Example[]>;
  /** Ends the thread, whatever it does. */
  close(): Promise<void>;
}

/** Examples that the thread renders at a time. */
const TASK_SIZE = 100;

/**
 * Opens rounds of new pictures with a digit somewhere in them, or none. A round is settled by the digits, its
 * index and its size.
 */
export function openSegmentationRounds(options: SegmentationRoundsOptions): SegmentationRounds {
  const { digits, count, rounds, signal } = options;
  const workerData: ThreadData = { digits };
  const thread = new Threads<Task, readonly Example[]>(
    new URL('./worker.js', import.meta.url),
    workerData,
    1,
    signal,
  );
  const render = async (round: number) => {
    const parts = Array.from({ length: Math.ceil(count / TASK_SIZE) }, (_, part) => {
      const start = part * TASK_SIZE;
      return thread.run({ round, start, end: Math.min(start + TASK_SIZE, count) });
    });
    return (await Promise.all(parts)).flat();
  };
  return { round: readAhead(rounds, signal, render), close: () => thread.close() };
}
