import { MISTAKES_FILE } from '../../evaluation/mistakes.ts';
import { markdownTable } from '../../report/markdown.ts';
import type { RobustnessCurve } from '../../report/evidence.ts';
import { ROBUSTNESS_FILE } from '../../report/svg/robustness-svg.ts';
import type { CardNetwork } from './sources.ts';

/** What is still read well: accuracy that a model keeps, as a share of what it has where nothing is done. */
const KEPT = 0.95;

export function robustnessSection(networks: readonly CardNetwork[]): string {
  const measured = networks.flatMap(({ names, evidence }) =>
    evidence ? [{ file: names.full, robustness: evidence.robustness }] : [],
  );
  const [first] = measured;
  if (first === undefined) return '';
  const rows = first.robustness.curves.map(({ name, unit }) => [
    `${name}, ${unit}`,
    ...measured.map(({ robustness }) =>
      rangeKept(robustness.curves.find((curve) => curve.name === name)),
    ),
  ]);
  return `## Robustness

![Accuracy against rotation, scale, noise, blur, contrast and stroke width](${ROBUSTNESS_FILE})

How far one can go so that at least ${KEPT * 100} % is left of the accuracy, of the values that were measured (\`npm run
train:evidence\`; numbers in \`evidence.json\`):

${markdownTable(['', ...measured.map(({ file }) => `\`${file}\``)], rows).join('\n')}

## Mistakes

The most confident ones of \`${first.file}\` on the MNIST test set (\`npm run evaluate -- --mistakes DIR\`):

![Misread pictures with the true digit, what was read, and its probability](${MISTAKES_FILE})

`;
}

/** The values around the neutral one up to which every accuracy is kept. */
function rangeKept(curve: RobustnessCurve | undefined): string {
  if (curve === undefined) return '-';
  const { neutral, points } = curve;
  const best = points.find(({ value }) => value === neutral)?.accuracy ?? NaN;
  const falls = points.filter(({ accuracy }) => accuracy < KEPT * best).map(({ value }) => value);
  const low = Math.max(-Infinity, ...falls.filter((value) => value < neutral));
  const high = Math.min(Infinity, ...falls.filter((value) => value > neutral));
  const kept = points.map(({ value }) => value).filter((value) => value > low && value < high);
  return `${Math.min(...kept)} to ${Math.max(...kept)}`;
}
