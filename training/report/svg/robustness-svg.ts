import { percent } from '../../../runtime-node/cli/terminal/percent.ts';
import type { ModelEvidence, RobustnessCurve } from '../evidence.ts';
import { escaped, text } from './layout.ts';
import { panelSvg, PANEL, type Series } from './panel-svg.ts';
import { STYLE } from './style.ts';

export const ROBUSTNESS_FILE = 'robustness.svg';

/** Panels beside each other, and lengths in the SVG's pixels. */
const ABREAST = 3;
const LEFT = 24;
const TOP = 118;
const GAP = 26;

/** The first is the one that runtimes read. */
const SERIES_CLASSES = ['first', 'second'];

const SERIES_STYLE = `
  .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
  .first { stroke: var(--right); }
  .second { stroke: var(--wrong); stroke-dasharray: 7 5; }
  .dot { stroke: var(--paper); stroke-width: 1.5; }
  .dot.first { fill: var(--right); }
  .dot.second { fill: var(--wrong); stroke-dasharray: none; }
  .grid { stroke: var(--quiet); stroke-opacity: 0.25; }
  .neutral { stroke: var(--quiet); stroke-dasharray: 2 4; }
  .tick { font-size: 12px; fill: var(--quiet); }
  .end { text-anchor: end; }
  .panel { font-size: 16px; font-weight: 600; text-anchor: start; }
`;

/** What is drawn of a model. */
type Shown = Pick<ModelEvidence, 'file' | 'robustness'>;

/** Accuracy against what is done to the pictures, a small panel each, a line a model. */
export function robustnessSvg(models: readonly Shown[]): string {
  const panels = panelsOf(models);
  const rows = Math.ceil(panels.length / ABREAST);
  const width = 2 * LEFT + ABREAST * PANEL.width + (ABREAST - 1) * GAP;
  const height = TOP + rows * (PANEL.height + GAP);
  const pictures = Math.min(...models.map(({ robustness }) => robustness.pictures));
  const subtitle = `Accuracy of the whole way from raw pixels to answer, on the first ${pictures} MNIST test pictures. Dotted: as they are.`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">Robustness: accuracy against what is done to the pictures</title>
<desc id="desc">${escaped(description(models))}</desc>
<style>${STYLE}${SERIES_STYLE}</style>
<rect class="paper" width="${width}" height="${height}"/>
<text class="heading" x="${LEFT}" y="34">Robustness</text>
<text class="start quiet" x="${LEFT}" y="62">${escaped(subtitle)}</text>
${legend(models)}
${panels.map((series, index) => panelSvg(series, LEFT + (index % ABREAST) * (PANEL.width + GAP), TOP + Math.floor(index / ABREAST) * (PANEL.height + GAP))).join('\n')}
</svg>
`;
}

/** A panel for each curve of the first model, with the other models' curves of the same name. */
function panelsOf(models: readonly Shown[]): Series[][] {
  const [first] = models;
  if (first === undefined) return [];
  return first.robustness.curves.map(({ name }) =>
    models.flatMap(({ file, robustness }, index) =>
      robustness.curves
        .filter((curve) => curve.name === name)
        .map((curve) => ({ curve, file, className: classOf(index) })),
    ),
  );
}

function classOf(index: number): string {
  return SERIES_CLASSES[index] ?? 'second';
}

function legend(models: readonly Shown[]): string {
  return models
    .map(({ file }, index) => {
      const x = LEFT + index * 220;
      return (
        `<path class="line ${classOf(index)}" d="M${x} 90h34"/>` + text('start', x + 44, 90, file)
      );
    })
    .join('\n');
}

/** The numbers, for those who don't see the lines. */
function description(models: readonly Shown[]): string {
  return models
    .map(({ file, robustness }) => `${file}: ${robustness.curves.map(curveText).join('; ')}.`)
    .join(' ');
}

function curveText({ name, unit, points }: RobustnessCurve): string {
  const values = points.map(({ value, accuracy }) => `${value} ${percent(accuracy)}`);
  return `${name} (${unit}): ${values.join(', ')}`;
}
