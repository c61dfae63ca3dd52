import { percent } from '../../runtime-node/cli/terminal/percent.ts';
import type { Confusion } from './confusion.ts';
import { confusionGrid } from './grid.ts';
import type { Metrics } from './metrics.ts';

/** Metrics and confusion matrix for a model card or a CI job's summary. */
export function metricsMarkdown(metrics: Metrics): string {
  const { network, accuracy, testConfusion } = metrics;
  return [
    `## ${network}: ${shareText(accuracy.test)} on the test pictures`,
    '',
    ...markdownTable(['', ''], facts(metrics)),
    '',
    'Rows are the true digits, columns the digits that were read.',
    '',
    ...confusionMarkdown(testConfusion),
    '',
  ].join('\n');
}

function facts(metrics: Metrics): string[][] {
  const { accuracy, versions, loss, exact } = metrics;
  const { floatAccuracy, calibrationError } = exact;
  return [
    ['Training accuracy', shareText(accuracy.train)],
    ['Validation accuracy', shareText(accuracy.validation)],
    ['Test accuracy', shareText(accuracy.test)],
    ['Test accuracy before rounding to whole numbers', shareText(floatAccuracy.test)],
    ['Bits of a weight', `${exact.bits}`],
    [
      'Expected calibration error on the test pictures',
      `${shareText(calibrationError.after)} (${shareText(calibrationError.before)} without a temperature)`,
    ],
    ['Loss, first to last epoch', loss.map((value) => value.toFixed(4)).join(', ')],
    ['Epochs, batch, seed', [metrics.epochs, metrics.batch, metrics.seed].join(', ')],
    ['Backend', metrics.backend],
    [
      'Versions',
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    ],
  ];
}

function confusionMarkdown(confusion: Confusion): string[] {
  const { header, rows, totals } = confusionGrid(confusion);
  const marked = rows.map((row, digit) =>
    row.map((cell, column) => (column === 0 || column === digit + 1 ? `**${cell}**` : cell)),
  );
  return markdownTable(header, [...marked, totals], '--:');
}

export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  alignment = '---',
): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => alignment)), ...rows.map(line)];
}

function shareText(share: number | null): string {
  return share === null ? '-' : percent(share, 2);
}
