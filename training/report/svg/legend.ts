import { percent } from '../../../runtime-node/cli/terminal/percent.ts';
import { CELL, LEFT, text } from './layout.ts';
import { rightOpacity, wrongOpacity } from './shades.ts';

/** Width of a colour's sample, in the SVG's pixels. */
const SWATCH = 54;

/** @param largest the largest share of a row that is one mistake, 0 to 1; 0 where there are none */
export function legend(largest: number, y: number): string {
  const right = [0.25, 0.5, 0.75, 1].map((share) => ({ share, opacity: rightOpacity(share) }));
  const rightStrip = strip('right', 'read correctly', right, LEFT, y);
  if (largest === 0) return rightStrip;
  const wrong = [1 / 16, 1 / 4, 9 / 16, 1].map((part) => {
    const share = part * largest;
    return { share, opacity: wrongOpacity(share, largest) };
  });
  return `${rightStrip}\n${strip('wrong', 'mistaken', wrong, LEFT + 6 * CELL, y)}`;
}

interface Swatch {
  /** Of the row, 0 to 1. */
  readonly share: number;
  readonly opacity: number;
}

/** Swatches of a colour beside each other, each over the share of the row that it stands for. */
function strip(
  kind: 'right' | 'wrong',
  name: string,
  swatches: readonly Swatch[],
  x: number,
  y: number,
): string {
  return [
    text('start quiet', x, y - 20, `${name}, of the row`),
    ...swatches.map((swatch, index) => swatchSvg(kind, swatch, x + index * SWATCH, y)),
  ].join('\n');
}

function swatchSvg(
  kind: 'right' | 'wrong',
  { share, opacity }: Swatch,
  x: number,
  y: number,
): string {
  const place = `x="${x}" y="${y - 6}" width="${SWATCH - 2}" height="12" rx="3"`;
  const label = percent(share, share < 0.1 ? 1 : 0);
  const below = text('quiet', x + SWATCH / 2, y + 20, label);
  return `<rect class="${kind}" ${place} fill-opacity="${opacity.toFixed(3)}"/>${below}`;
}
