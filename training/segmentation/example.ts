import type { Size } from '../data/transform/grey.ts';
import { LEVEL_CHANNELS } from '../prepare/levels.ts';

/** A picture as the segmentation sees it; both sides are multiples of 8. */
export interface Squares extends Size {
  /** [height * width * 3], see `levelsOf`. */
  readonly levels: Uint8Array;
}

/** What a square holds. */
export const TARGETS = { paper: 0, darkInk: 1, lightInk: 2, unknown: 3 } as const;

export interface Example extends Squares {
  /** [height * width], of TARGETS. */
  readonly targets: Uint8Array;
}

/** Of 255: less cover is paper's, more is ink's; between them, at an edge and where it is UNCERTAIN, either will do. */
const PAPER_BELOW = 16;
const INK_FROM = 64;

/** Squares around ink in which its paper is looked for, to all sides. */
const REACH = 3;

/**
 * What is to be learnt of an example.
 *
 * @param cover how much ink covers each square, at its most, 0 to 255
 * @param isDigit otherwise nothing is to be learnt of what is inked
 */
export function targetsOf(squares: Squares, cover: Uint8Array, isDigit: boolean): Uint8Array {
  const ink = isInkDark(squares, cover) ? TARGETS.darkInk : TARGETS.lightInk;
  return cover.map((level, index) => {
    if (!isInside(squares, index)) return TARGETS.unknown;
    if (level < PAPER_BELOW) return TARGETS.paper;
    return isDigit && level >= INK_FROM ? ink : TARGETS.unknown;
  });
}

/** What is to be learnt of a picture without a digit: that it is paper. */
export function targetsOfBlank(squares: Squares): Uint8Array {
  return Uint8Array.from({ length: squares.width * squares.height }, (_, index) =>
    isInside(squares, index) ? TARGETS.paper : TARGETS.unknown,
  );
}

/** Whether a square lies within the picture. */
function isInside({ levels }: Squares, index: number): boolean {
  return levels[index * LEVEL_CHANNELS + 2] === 255;
}

/** By the mean levels of inked squares and of the paper next to them: light and shade fall on both. */
function isInkDark(squares: Squares, cover: Uint8Array): boolean {
  const { width, height, levels } = squares;
  const level = (index: number) =>
    (levels[index * LEVEL_CHANNELS] ?? 0) + (levels[index * LEVEL_CHANNELS + 1] ?? 0);
  const most = cover.reduce((largest, of) => Math.max(largest, of), 0);
  const inked = [...cover.keys()].filter((index) => (cover[index] ?? 0) > most / 2);
  const beside = new Set<number>();
  for (const index of inked) {
    const [x, y] = [index % width, Math.floor(index / width)];
    for (let row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row += 1) {
      for (
        let column = Math.max(0, x - REACH);
        column <= Math.min(width - 1, x + REACH);
        column += 1
      ) {
        beside.add(row * width + column);
      }
    }
  }
  const paper = [...beside].filter(
    (index) => (cover[index] ?? 0) < PAPER_BELOW && isInside(squares, index),
  );
  return mean(inked.map(level)) <= mean(paper.map(level));
}

/** 511, lighter than any, of nothing: what fills the frame is dark. */
function mean(levels: readonly number[]): number {
  return levels.length > 0 ? levels.reduce((sum, level) => sum + level, 0) / levels.length : 511;
}

/** The same in the picture's negative. */
export function negative(example: Example): Example {
  const levels = example.levels.map((_, index) => {
    const [channel, square] = [index % LEVEL_CHANNELS, index - (index % LEVEL_CHANNELS)];
    const within = example.levels[square + 2] ?? 0;
    if (channel === 2) return within;
    // The darkest becomes the lightest.
    return within === 0 ? 0 : 255 - (example.levels[square + 1 - channel] ?? 0);
  });
  return {
    ...example,
    levels,
    targets: example.targets.map((target) => NEGATIVES[target] ?? target),
  };
}

const NEGATIVES = [TARGETS.paper, TARGETS.lightInk, TARGETS.darkInk, TARGETS.unknown];
