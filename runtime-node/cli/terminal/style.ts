import styles from 'ansi-styles';
import type { Canvas } from './canvas.ts';
import { halfBlocks, type ColourDepth } from './half-blocks.ts';
import { shading } from './shading.ts';

/** How pictures and text look in one kind of terminal. */
export interface Style {
  readonly picture: (canvas: Canvas) => string[];
  /** A bar of a share, 0 to 1, of a width in characters. */
  readonly bar: (share: number, width: number) => string;
  readonly strong: (text: string) => string;
}

/** ASCII only: for files, pipes and terminals without colours. */
export const PLAIN: Style = {
  picture: shading,
  bar: (share, width) => '#'.repeat(Math.round(share * width)).padEnd(width),
  strong: (text) => text,
};

/** A character cell filled to 0/8, 1/8 … 8/8. */
const EIGHTHS = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

export function coloured(depth: ColourDepth): Style {
  return {
    picture: (canvas) => halfBlocks(canvas, depth),
    bar: (share, width) =>
      Array.from({ length: width }, (_, index) => {
        const eighths = Math.round(share * width * 8) - index * 8;
        return EIGHTHS[Math.min(8, Math.max(0, eighths))];
      }).join(''),
    strong: (text) => `${styles.bold.open}${text}${styles.bold.close}`,
  };
}

/** The part of a `tty.WriteStream` that tells its colours; a pipe or a file has none of it. */
interface Output {
  readonly getColorDepth?: () => number;
}

/** The best style an output can show. Node's colour depth honours NO_COLOR, FORCE_COLOR and TERM. */
export function styleFor(output: Output): Style {
  const depth = output.getColorDepth?.() ?? 1;
  if (depth >= 24) return coloured(24);
  return depth >= 8 ? coloured(8) : PLAIN;
}
