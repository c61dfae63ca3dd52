import { Counter } from '../counter.ts';

export interface PartProgress {
  readonly show: (part: string, done: number, total: number) => void;
  /** Clears the line for what comes next. */
  readonly clear: () => void;
}

/** Shows on stderr how far each part of a measuring is: a count in a terminal, a line a part elsewhere. */
export function partProgress(subject: string): PartProgress {
  let shown = '';
  let counter: Counter | undefined;
  return {
    show: (part, done, total) => {
      if (part !== shown) {
        shown = part;
        counter?.clear();
        counter = new Counter(process.stderr, total, `${subject}, ${part}: `);
        if (!process.stderr.isTTY) process.stderr.write(`${subject}: ${part}\n`);
      }
      counter?.show(done);
    },
    clear: () => counter?.clear(),
  };
}
