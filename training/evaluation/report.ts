import { columns } from '../../runtime-node/cli/terminal/columns.ts';
import { percent } from '../../runtime-node/cli/terminal/percent.ts';
import type { Style } from '../../runtime-node/cli/terminal/style.ts';
import { accuracy, pictureCount, recall, rightCount } from '../report/confusion.ts';
import { confusionTable } from '../report/table.ts';
import type { LeftOut } from './labelled-folder.ts';
import type { Misreading, Score } from './score.ts';
import { VIEW_SIDE, type Views } from './views.ts';

/** Two views and the gap between them. */
const BLOCK_WIDTH = 2 * VIEW_SIDE + 2;

/** Misread pictures that are shown, and how many beside each other. */
const SHOWN = 6;
const ABREAST = 2;

export interface Evaluation {
  readonly model: string;
  /** What was read, such as a folder. */
  readonly pictures: string;
  readonly score: Score<Views>;
  readonly leftOut: readonly LeftOut[];
}

export function evaluationText(
  { model, pictures, score, leftOut }: Evaluation,
  style: Style,
): string {
  const { confusion, misreadings } = score;
  const noDigit = confusion.noDigit.reduce((sum, count) => sum + count, 0);
  const worst = misreadings.slice(0, SHOWN);
  return [
    style.strong(`${model} on ${pictures}: ${percent(accuracy(confusion) ?? 0, 2)} accuracy`),
    `${rightCount(confusion)} of ${pictureCount(confusion)} read correctly, ` +
      `${misreadings.length} as another digit, ${noDigit} with no digit found; ${leftOut.length} left out`,
    trustText(score),
    '',
    'Rows are the true digits, columns the digits that were read.',
    confusionTable(confusion),
    ...(worst.length === 0 ? [] : ['The most confident mistakes, as given and as seen:', '']),
    ...abreast(worst.map((misreading) => misreadingLines(misreading, style))),
  ].join('\n');
}

function trustText({ confusion, sure, calibrationError }: Score<Views>): string {
  const share = percent(sure.count / pictureCount(confusion), 2);
  const right =
    sure.count === 0 ? '' : `, and right in ${percent(sure.right / sure.count, 2)} of these`;
  const error = calibrationError === null ? '-' : percent(calibrationError, 2);
  return `Sure of ${share}${right}. Expected calibration error (15 bins): ${error}`;
}

function misreadingLines(
  { name, label, digit, probability, shown }: Misreading<Views>,
  style: Style,
): string[] {
  const views = columns([style.picture(shown.given), style.picture(shown.seen)]);
  const heading = `${label} read as ${digit}, ${percent(probability)}`;
  return [heading.padEnd(BLOCK_WIDTH), endOf(name), ...views];
}

/** The end of a long name says more than its beginning, and must not push the next picture away. */
function endOf(name: string): string {
  return name.length <= BLOCK_WIDTH ? name : `...${name.slice(3 - BLOCK_WIDTH)}`;
}

function abreast(blocks: readonly string[][]): string[] {
  const rows = Math.ceil(blocks.length / ABREAST);
  return Array.from({ length: rows }, (_, row) =>
    columns(blocks.slice(row * ABREAST, (row + 1) * ABREAST)),
  ).flatMap((lines) => [...lines, '']);
}

/** One object; the misreadings are all there, the most confident first. */
export function evaluationJson({ model, pictures, score, leftOut }: Evaluation): string {
  const { confusion, misreadings, sure, calibrationError } = score;
  const json = {
    model,
    pictures,
    count: pictureCount(confusion),
    accuracy: accuracy(confusion),
    confusion: confusion.counts,
    noDigit: confusion.noDigit,
    recall: recall(confusion),
    sure,
    calibrationError,
    misreadings: misreadings.map(({ name, label, digit, probability }) => ({
      file: name,
      label,
      digit,
      probability,
    })),
    leftOut,
  };
  return `${JSON.stringify(json)}\n`;
}
