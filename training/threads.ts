import { Piscina } from 'piscina';
import { openGate, shut, type NativeGate } from '../runtime-node/native-gate.ts';

/** What a thread is started with, besides its own. */
export interface Gated {
  /** All native calls of the threads go through it. */
  readonly gate: NativeGate;
}

/** Threads that render pictures. */
export class Threads<Task, Result> {
  readonly count: number;
  readonly #pool: Piscina<Task, Result>;
  readonly #gate = openGate();
  readonly #aborted: Promise<never>;

  /**
   * Starts threads.
   *
   * @param file what they run
   * @param own what each is started with, besides a gate
   */
  constructor(file: URL, own: object, count: number, signal: AbortSignal) {
    this.count = count;
    this.#pool = new Piscina<Task, Result>({
      filename: file.href,
      workerData: { ...own, gate: this.#gate } satisfies Gated,
      ...{ minThreads: count, maxThreads: count },
    });
    this.#aborted = new Promise((_resolve, reject) => {
      const abort = () => {
        reject(signal.reason as Error);
      };
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
    });
    // Whoever waits for a task is told.
    this.#aborted.catch(() => undefined);
  }

  /** Rejects with the signal's reason once it is aborted. */
  run(task: Task): Promise<Result> {
    return Promise.race([this.#pool.run(task), this.#aborted]);
  }

  /** Ends the threads, whatever they do outside native code. */
  async close(): Promise<void> {
    await shut(this.#gate);
    await this.#pool.destroy();
  }
}
