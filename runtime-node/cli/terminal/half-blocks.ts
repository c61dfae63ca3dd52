import styles from 'ansi-styles';
import { isColour, pixelAt, type Canvas, type Colour, type Pixel } from './canvas.ts';

const OUTLINE: Colour = [255, 140, 0];

/** Terminals with 8 bits a pixel have 256 colours, with 24 bits all of them. */
export type ColourDepth = 8 | 24;

/** Draws a canvas with two pixels in each character: the upper one in its foreground. */
export function halfBlocks(canvas: Canvas, depth: ColourDepth): string[] {
  const lines = Math.ceil(canvas.height / 2);
  return Array.from({ length: lines }, (_, line) => {
    const cells = Array.from({ length: canvas.width }, (_, x) =>
      cellOf(pixelAt(canvas, x, 2 * line), pixelAt(canvas, x, 2 * line + 1), depth),
    );
    return cells.map(withChange).join('') + styles.reset.open;
  });
}

interface Cell {
  readonly colours: string;
  readonly character: string;
}

function cellOf(upper: Pixel, lower: Pixel, depth: ColourDepth): Cell {
  if (upper === 'empty') {
    const colours = lower === 'empty' ? '' : foreground(lower, depth);
    return { colours: styles.reset.open + colours, character: lower === 'empty' ? ' ' : '▄' };
  }
  const below = lower === 'empty' ? styles.reset.open : background(lower, depth);
  return { colours: below + foreground(upper, depth), character: '▀' };
}

/** Colours last until they change: repeating them would fill the terminal's line ten times over. */
function withChange({ colours, character }: Cell, index: number, cells: readonly Cell[]): string {
  return colours === cells[index - 1]?.colours ? character : colours + character;
}

function foreground(pixel: Pixel, depth: ColourDepth): string {
  return escape(styles.color, pixel, depth);
}

function background(pixel: Pixel, depth: ColourDepth): string {
  return escape(styles.bgColor, pixel, depth);
}

function escape(
  layer: typeof styles.color | typeof styles.bgColor,
  pixel: Pixel,
  depth: ColourDepth,
) {
  const [red, green, blue] = isColour(pixel) ? pixel : OUTLINE;
  return depth === 24
    ? layer.ansi16m(red, green, blue)
    : layer.ansi256(styles.rgbToAnsi256(red, green, blue));
}
