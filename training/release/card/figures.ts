import { markdownTable } from '../../report/markdown.ts';
import type { ModelEvidence, SetFigures } from '../../report/evidence.ts';
import type { Spread } from '../../report/seed-study.ts';
import { share } from './share.ts';
import type { CardNetwork } from './sources.ts';

/** A line of the table: what was measured, a figure for each network, and the command. */
type Row = readonly string[];

export function figuresSection(networks: readonly CardNetwork[]): string {
  const header = ['pictures', ...networks.map(({ names }) => `\`${names.full}\``), 'command'];
  const seeds = networks.flatMap(seedRows);
  return `## Figures

Accuracy of the released networks. What an evaluation command measures, it measures of
\`digits.onnx\`${networks.length > 1 ? ', of another with `--model models/digits-mlp.onnx`' : ''}; \`npm run train:evidence\` measures all of them.

${markdownTable(header, rows(networks)).join('\n')}
${seeds.length === 0 ? '' : seedTable(seeds)}
${networks.map(({ names }) => `![Confusion matrix of ${names.full} on the MNIST test set](${names.confusion})`).join('\n\n')}
`;
}

function rows(networks: readonly CardNetwork[]): Row[] {
  const evidence = networks.map((network) => network.evidence);
  const row = (what: string, cells: readonly string[], command: string): Row[] =>
    cells.every((cell) => cell === '-') ? [] : [[what, ...cells, `\`${command}\``]];
  const metric = (of: (network: CardNetwork) => number | null) =>
    networks.map((network) => share(of(network)));
  return [
    ...row(
      'MNIST test set',
      metric(({ metrics }) => metrics.accuracy.test),
      'npm run evaluate',
    ),
    ...row(
      'MNIST, trained on',
      metric(({ metrics }) => metrics.accuracy.train),
      'npm run train',
    ),
    ...row(
      'MNIST, kept for validation',
      metric(({ metrics }) => metrics.accuracy.validation),
      'npm run train',
    ),
    ...row(
      'Photographed-looking, made from the MNIST test set',
      evidence.map((model) => figure(model?.photographs)),
      'npm run evaluate -- --photographs',
    ),
    ...outsideRows(evidence).flatMap(({ set, command, cells }) => row(set, cells, command)),
    ...row(
      'Expected calibration error on the MNIST test set, 15 bins',
      metric(({ metrics }) => metrics.exact.calibrationError.after),
      'npm run evaluate',
    ),
  ];
}

function outsideRows(evidence: readonly (ModelEvidence | undefined)[]) {
  const all = evidence.flatMap((model) => model?.outside ?? []);
  const sets = new Map(all.map(({ set, command }) => [set, command]));
  return Array.from(sets, ([set, command]) => ({
    set,
    command,
    cells: evidence.map((model) => figure(model?.outside.find((figures) => figures.set === set))),
  }));
}

function figure(figures: SetFigures | undefined): string {
  return figures ? `${share(figures.accuracy)} (${figures.right} of ${figures.count})` : '-';
}

function seedRows({ names, seeds }: CardNetwork): Row[] {
  if (seeds === undefined) return [];
  const { results, train, test, floatTest } = seeds;
  const row = (what: string, spread: Spread) => [
    `\`${names.full}\`, ${what}`,
    `${results.length}`,
    ...spreadCells(spread),
  ];
  return [
    row('trained on', train),
    row('MNIST test set', test),
    row('MNIST test set, in floats', floatTest),
  ];
}

function spreadCells({ mean, deviation, lowest, highest }: Spread): string[] {
  return [mean, deviation, lowest, highest].map(share);
}

function seedTable(seeds: readonly Row[]): string {
  const header = ['pictures', 'seeds', 'mean', 'standard deviation', 'lowest', 'highest'];
  return `
How much that varies with the seed (\`npm run train:seeds\`), after the last epoch:

${markdownTable(header, seeds).join('\n')}
`;
}
