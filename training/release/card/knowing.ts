import { EVALUATION_TYPEFACES } from '../../data/fonts/fonts.ts';
import { markdownTable } from '../../report/markdown.ts';
import { share } from './share.ts';
import type { CardNetwork } from './sources.ts';

/** What the models do where there is no digit. */
export function knowingSection(networks: readonly CardNetwork[]): string {
  const thresholds = networks.map(
    ({ names, metrics }) => `\`${names.full}\` ${metrics.exact.sureFrom.toFixed(4)}`,
  );
  return `## Knowing what it doesn't know

\`sure\` is 1 where ink was found and the largest probability is at least \`sure_from\`, a threshold that each
file's metadata name: ${thresholds.join(', ')}. It is the largest at which 99.3 % of the validation
digits are accepted. Where \`sure\` is 0, server, command line and page say "not sure".

${refusalTable(networks)}`;
}

function refusalTable(networks: readonly CardNetwork[]): string {
  const rows = networks.flatMap(({ names, evidence }) => {
    if (evidence === undefined) return [];
    const { digits, nonDigits, compared } = evidence.refusals;
    const { sure } = evidence.mnistTest;
    return [
      [
        `\`${names.full}\``,
        share(digits.accepted / digits.count),
        share(sure.right / sure.count),
        share(nonDigits.refused / nonDigits.count),
        `${share(compared.refused)} (with ${compared.sureFrom.toFixed(4)})`,
      ],
    ];
  });
  if (rows.length === 0) return '';
  const [{ evidence } = { evidence: undefined }] = networks;
  const header = [
    'model',
    'MNIST test digits accepted',
    'of these read right',
    'non-digits refused',
    'refused where 99 % of the test digits are accepted',
  ];
  return `${markdownTable(header, rows).join('\n')}

The ${evidence?.refusals.nonDigits.count ?? 0} non-digits are made (\`npm run evaluate -- --non-digits\`): letters of ${EVALUATION_TYPEFACES.length} typefaces that training
does not use, scribbles, lines, texture.
`;
}
