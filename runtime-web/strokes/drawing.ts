import type { Picture } from '../../core/index.ts';
import { lastPart, newestPart } from './curve.ts';
import { blankSheet, drawPath, PAPER } from './sheet.ts';
import type { Point, Stroke } from './stroke.ts';

/** Strokes on a sheet of paper. The same strokes always give the same pixels. */
export class Drawing {
  /** What is drawn so far: one picture that changes. */
  readonly picture: Picture = blankSheet();

  #finished: Stroke[] = [];
  #current: Point[] | undefined;

  /** How many strokes are finished. */
  get strokeCount(): number {
    return this.#finished.length;
  }

  /** Whether the pen is on the paper. */
  get isUnderWay(): boolean {
    return this.#current !== undefined;
  }

  /** The pen touches the paper. */
  begin(point: Point): void {
    this.end();
    this.#current = [];
    this.extend(point);
  }

  /** The pen moves to a place. */
  extend(point: Point): void {
    if (this.#current === undefined) return;
    this.#current.push(point);
    drawPath(this.picture, newestPart(this.#current));
  }

  /** The pen leaves the paper. */
  end(): void {
    if (this.#current === undefined) return;
    drawPath(this.picture, lastPart(this.#current));
    this.#finished.push(this.#current);
    this.#current = undefined;
  }

  /** Takes back the last stroke. */
  undo(): void {
    this.end();
    const kept = this.#finished.slice(0, -1);
    this.clear();
    for (const [first, ...rest] of kept) {
      if (first === undefined) continue;
      this.begin(first);
      for (const point of rest) this.extend(point);
      this.end();
    }
  }

  clear(): void {
    this.#current = undefined;
    this.#finished = [];
    this.picture.pixels.fill(PAPER);
  }
}
