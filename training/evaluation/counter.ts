import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';

/** Shortest time between two showings, in ms: often enough for the eye. */
const INTERVAL = 100;

/** Counts on one line of a terminal; silent where the output is none. */
export class Counter {
  readonly #output: WriteStream;
  readonly #total: number;
  readonly #label: string;
  #shownAt = 0;

  /** @param label goes before the count */
  constructor(output: WriteStream, total: number, label = '') {
    this.#output = output;
    this.#total = total;
    this.#label = label;
  }

  show(count: number): void {
    if (!this.#output.isTTY || Date.now() - this.#shownAt < INTERVAL) return;
    this.#shownAt = Date.now();
    cursorTo(this.#output, 0);
    this.#output.write(`${this.#label}${count} of ${this.#total} pictures`);
  }

  /** Clears the line for what comes next. */
  clear(): void {
    if (!this.#output.isTTY) return;
    cursorTo(this.#output, 0);
    clearLine(this.#output, 0);
  }
}
