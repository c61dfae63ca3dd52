import type { Picture } from '../../../core/index.ts';
import { percent } from '../../../runtime-node/cli/terminal/percent.ts';
import { escaped, text } from './layout.ts';
import { pixelsSvg } from './pixels-svg.ts';
import { STYLE } from './style.ts';

/** A misread picture. */
export interface Mistake {
  readonly name: string;
  /** The true digit, and the one that was read. */
  readonly label: number;
  readonly digit: number;
  /** Of the digit that was read, 0 to 1. */
  readonly probability: number;
  readonly given: Picture;
  readonly seen: Picture;
}

/** All in the SVG's pixels. */
const ABREAST = 5;
const SIDE = 84;
const GAP = 4;
const COLUMN = 2 * SIDE + GAP + 24;
const ROW = SIDE + 52;
const LEFT = 24;
const TOP = 92;

/** Misread pictures on one sheet, each as given and as the classifier saw it. */
export function mistakesSvg(mistakes: readonly Mistake[], subject: string): string {
  const width = 2 * LEFT + ABREAST * COLUMN - 24;
  const height = TOP + Math.ceil(mistakes.length / ABREAST) * ROW + 8;
  const title = `The most confident mistakes on ${subject}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${escaped(title)}</title>
<desc id="desc">${escaped(description(mistakes))}</desc>
<style>${STYLE}</style>
<rect class="paper" width="${width}" height="${height}"/>
<text class="heading" x="${LEFT}" y="34">${escaped(title)}</text>
<text class="start quiet" x="${LEFT}" y="62">Left as given, right as the classifier saw it; below the true digit, what was read, and how probable that was said to be.</text>
${mistakes.map((mistake, index) => mistakeSvg(mistake, index)).join('\n')}
</svg>
`;
}

function mistakeSvg(mistake: Mistake, index: number): string {
  const { name, label, digit, probability, given, seen } = mistake;
  const x = LEFT + (index % ABREAST) * COLUMN;
  const y = TOP + Math.floor(index / ABREAST) * ROW;
  const middle = x + SIDE + GAP / 2;
  return [
    `<g><title>${escaped(name)}</title>`,
    pixelsSvg(given, x, y, SIDE),
    pixelsSvg(seen, x + SIDE + GAP, y, SIDE),
    text('digit', middle, y + SIDE + 18, `${label} read as ${digit}, ${percent(probability)}`),
    '</g>',
  ].join('');
}

function description(mistakes: readonly Mistake[]): string {
  if (mistakes.length === 0) return 'There are none.';
  return mistakes
    .map(({ label, digit, probability }) => `${label} read as ${digit}, ${percent(probability)}`)
    .join('; ');
}
