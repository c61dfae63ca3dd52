import { percent } from '../../runtime-node/cli/terminal/percent.ts';
import {
  accuracy,
  pictureCount,
  pictureCounts,
  readCounts,
  recall,
  type Confusion,
} from './confusion.ts';

/** A confusion matrix as text, with totals and recall: a header, a row a true digit, a row of totals. */
export interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[];
}

/** The column for "no digit" is there only where it happened. */
export function confusionGrid(confusion: Confusion): Grid {
  const { counts, noDigit } = confusion;
  const hasNoDigit = noDigit.some((count) => count > 0);
  const noDigitCell = (count: number) => (hasNoDigit ? [cellText(count)] : []);
  const shares = recall(confusion);
  const totals = pictureCounts(confusion);
  return {
    header: ['true', ...counts.keys(), ...(hasNoDigit ? ['none'] : []), 'total', 'recall'].map(
      String,
    ),
    rows: counts.map((row, digit) => [
      `${digit}`,
      ...row.map(cellText),
      ...noDigitCell(noDigit[digit] ?? 0),
      `${totals[digit] ?? 0}`,
      shareText(shares[digit] ?? null),
    ]),
    totals: [
      'read',
      ...readCounts(confusion).map(cellText),
      ...noDigitCell(noDigit.reduce((sum, count) => sum + count, 0)),
      `${pictureCount(confusion)}`,
      shareText(accuracy(confusion)),
    ],
  };
}

/** Zeros step back, so that mistakes stand out. */
function cellText(count: number): string {
  return count === 0 ? '.' : `${count}`;
}

function shareText(share: number | null): string {
  return share === null ? '-' : percent(share);
}
