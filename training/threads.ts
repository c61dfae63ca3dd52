import { Piscina } from 'piscina';

/** Threads that render pictures. */
export class Threads<Task, Result> {
  readonly count: number;
  readonly #pool: Piscina<Task, Result>;
  readonly #aborted: Promise<never>;

  /**
   * Starts threads.
   *
   * @param file what they run
   * @param workerData what each is started with
   */
  constructor(file: URL, workerData: unknown, count: number, signal: AbortSignal) {
    this.count = count;
    this.#pool = new Piscina<Task, Result>({
      ...{ filename: file.href, workerData },
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

  /** Rejects with the signal's reason once it is aborted; the thread still ends what it is at. */
  run(task: Task): Promise<Result> {
    return Promise.race([this.#pool.run(task), this.#aborted]);
  }

  /** Drops what waits and ends the threads, each after what it is at: see `NativeGate` for why not before. */
  close(): Promise<void> {
    return this.#pool.close({ force: true });
  }
}
