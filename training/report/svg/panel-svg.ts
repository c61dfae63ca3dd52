import { percent } from '../../../runtime-node/cli/terminal/percent.ts';
import type { RobustnessCurve } from '../evidence.ts';
import { escaped, text } from './layout.ts';

/** Of a whole panel, with its title and axes, and of the plot in it, in the SVG's pixels. */
export const PANEL = { width: 290, height: 226 };
const PLOT = { left: 42, top: 30, width: 240, height: 140 };

/** A line in a panel. */
export interface Series {
  readonly curve: RobustnessCurve;
  /** Of the model. */
  readonly file: string;
  readonly className: string;
}

/** @param series curves of the same thing done; the first one's values are the axis */
export function panelSvg(series: readonly Series[], x: number, y: number): string {
  const [first] = series;
  if (first === undefined) return '';
  const { name, unit, neutral, points } = first.curve;
  const values = points.map(({ value }) => value);
  const toX = scaleOf(values);
  return [
    `<g transform="translate(${x} ${y})">`,
    text('panel', 0, 8, `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`),
    gridLines(),
    ticks(values, toX),
    text('tick', PLOT.left + PLOT.width / 2, PLOT.top + PLOT.height + 40, unit),
    `<path class="neutral" d="M${round(toX(neutral))} ${PLOT.top}v${PLOT.height}"/>`,
    // The most important line last, on top.
    ...series.toReversed().map((one) => lineSvg(one, toX)),
    '</g>',
  ].join('\n');
}

function scaleOf(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => PLOT.left + ((value - low) / (high - low)) * PLOT.width;
}

function toY(accuracy: number): number {
  return PLOT.top + (1 - accuracy) * PLOT.height;
}

function gridLines(): string {
  return [0, 0.25, 0.5, 0.75, 1]
    .map(
      (share) =>
        `<path class="grid" d="M${PLOT.left} ${round(toY(share))}h${PLOT.width}"/>` +
        text('tick end', PLOT.left - 8, toY(share), percent(share, 0)),
    )
    .join('');
}

/** Shortest distance between the middles of two labels, in the SVG's pixels. */
const LABEL_DISTANCE = 26;

/** A label for each value that has room beside the one before. */
function ticks(values: readonly number[], toX: (value: number) => number): string {
  let last = -Infinity;
  const labels = values.flatMap((value) => {
    const x = toX(value);
    if (x - last < LABEL_DISTANCE) return [];
    last = x;
    return [text('tick', x, PLOT.top + PLOT.height + 18, `${value}`.replace('-', '−'))];
  });
  return labels.join('');
}

function lineSvg({ curve, file, className }: Series, toX: (value: number) => number): string {
  const places = curve.points.map(({ value, accuracy }) => ({
    x: round(toX(value)),
    y: round(toY(accuracy)),
    hint: `${file}, ${curve.name} ${value}: ${percent(accuracy, 2)}`,
  }));
  const line = places.map(({ x, y }) => `${x} ${y}`).join('L');
  const dots = places.map(
    ({ x, y, hint }) =>
      `<circle class="dot ${className}" cx="${x}" cy="${y}" r="4"><title>${escaped(hint)}</title></circle>`,
  );
  return `<path class="line ${className}" d="M${line}"/>${dots.join('')}`;
}

function round(length: number): string {
  return `${Math.round(length * 10) / 10}`;
}
