import type { Grey } from '../transform/grey.ts';
import type { Shape } from './ink-field.ts';

/** In pixels of the finer picture: smaller ones are none. */
const LEAST_HOLE = 4;
const LEAST_PIECE = 10;

/**
 * How many pieces ink has, and how many parts of the paper it shuts in. Pieces that meet at a corner are one.
 *
 * @param threshold what is as bright counts as ink
 */
export function shapeOf(picture: Grey, threshold: number): Shape {
  const runs = new Runs();
  // A frame of paper, through which all the paper hangs together that no ink shuts in, has the first run.
  for (let y = -1; y <= picture.height; y += 1) {
    runs.addRow(endsOfRuns(picture, y, threshold));
  }
  const large = (kind: 0 | 1, least: number) =>
    runs.areas.filter((area, run) => run > 0 && runs.kinds[run] === kind && area >= least).length;
  return { pieces: large(1, LEAST_PIECE), holes: large(0, LEAST_HOLE) };
}

/**
 * Where each run of a row ends and the next begins, from the left of the frame: they are paper and ink in turn, and the
 * first and the last paper.
 */
function endsOfRuns({ pixels, width, height }: Grey, y: number, threshold: number): number[] {
  const ends: number[] = [];
  const start = y * width;
  let wasInk = false;
  for (let x = 0; x < width && y >= 0 && y < height; x += 1) {
    const isInk = (pixels[start + x] ?? 0) >= threshold;
    if (isInk !== wasInk) ends.push(x + 1);
    wasInk = isInk;
  }
  if (wasInk) ends.push(width + 1);
  return [...ends, width + 2];
}

interface Row {
  /** The number of the row's first run. */
  readonly first: number;
  /** As of `endsOfRuns`. */
  readonly ends: readonly number[];
}

/** The runs of a picture, joined to all that they touch (union-find with path halving, Tarjan and van Leeuwen 1984). */
class Runs {
  /** 0 for paper, 1 for ink. */
  readonly kinds: number[] = [];
  /** In pixels, of all that hangs together at its first run; 0 at the others. */
  readonly areas: number[] = [];
  readonly #parents: number[] = [];
  #above: Row = { first: 0, ends: [] };

  addRow(ends: readonly number[]): void {
    const above = this.#above;
    const first = this.#parents.length;
    let start = 0;
    for (const [index, end] of ends.entries()) {
      const kind = index % 2;
      this.kinds.push(kind);
      this.areas.push(end - start);
      this.#parents.push(first + index);
      // What is inked hangs together by corners too.
      for (let other = kind; other < above.ends.length; other += 2) {
        const [from, to] = [other > 0 ? (above.ends[other - 1] ?? 0) : 0, above.ends[other] ?? 0];
        if (from < end + kind && start < to + kind) this.#join(first + index, above.first + other);
      }
      start = end;
    }
    this.#above = { first, ends };
  }

  #join(a: number, b: number): void {
    const [rootA, rootB] = [this.#rootOf(a), this.#rootOf(b)];
    if (rootA === rootB) return;
    const [root, joined] = rootA < rootB ? [rootA, rootB] : [rootB, rootA];
    this.#parents[joined] = root;
    this.areas[root] = (this.areas[root] ?? 0) + (this.areas[joined] ?? 0);
    this.areas[joined] = 0;
  }

  #rootOf(run: number): number {
    let own = run;
    let parent = this.#parents[own] ?? own;
    while (parent !== own) {
      const beyond = this.#parents[parent] ?? parent;
      this.#parents[own] = beyond;
      own = beyond;
      parent = this.#parents[own] ?? own;
    }
    return own;
  }
}
