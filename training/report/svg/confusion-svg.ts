import { percent } from '../../../runtime-node/cli/terminal/percent.ts';
import { accuracy, pictureCount, recall, rightCount, type Confusion } from '../confusion.ts';
import { cellsOf, columnNames, type Cell } from './cells.ts';
import { CELL, LEFT, TOP, escaped, middleOf, text } from './layout.ts';
import { legend } from './legend.ts';
import { DARK, rightOpacity, wrongOpacity } from './shades.ts';
import { STYLE } from './style.ts';

/**
 * A confusion matrix as an SVG file that needs nothing else: rows the true digits, columns the digits
 * that were read. Colour is the share of the row; mistakes have a colour and a scale of their own, since
 * beside the diagonal's 97 % or more they would all look empty.
 */
export function confusionSvg(confusion: Confusion, subject = 'Confusion matrix'): string {
  const columns = columnNames(confusion);
  const bottom = TOP + confusion.counts.length * CELL;
  const right = LEFT + columns.length * CELL;
  const cells = cellsOf(confusion);
  const largest = Math.max(...cells.map(({ share, isRight }) => (isRight ? 0 : share)));
  const size = { width: right + 2 * CELL, height: bottom + 92 };
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="title desc">
<title id="title">${escaped(`${subject}: ${headline(confusion)}`)}</title>
<desc id="desc">${description(confusion)}</desc>
<style>${STYLE}</style>
<rect class="paper" width="${size.width}" height="${size.height}"/>
<text class="heading" x="24" y="34">${escaped(subject)}</text>
<text class="start quiet" x="24" y="64">${headline(confusion)}</text>
${axes(columns, (LEFT + right) / 2, (TOP + bottom) / 2)}
${cells.map((cell) => cellSvg(cell, columns, largest)).join('\n')}
${recallColumn(confusion, right + CELL)}
${legend(largest, bottom + 46)}
</svg>
`;
}

function axes(columns: readonly string[], x: number, y: number): string {
  const digits = columns.filter((name) => name !== 'none');
  return [
    text('quiet', x, TOP - 42, 'read as'),
    `<text class="quiet" transform="translate(26 ${y}) rotate(-90)">true digit</text>`,
    ...columns.map((name, column) => text('digit', middleOf(LEFT, column), TOP - 16, name)),
    ...digits.map((name, row) => text('digit', LEFT - 20, middleOf(TOP, row), name)),
  ].join('\n');
}

function cellSvg(cell: Cell, columns: readonly string[], largest: number): string {
  const { row, column, count, total, share } = cell;
  const hint = `true ${row}, read as ${columns[column] ?? ''}: ${count} of ${total} (${percent(share)})`;
  const place = `x="${LEFT + column * CELL + 1}" y="${TOP + row * CELL + 1}" rx="4"`;
  const square = `${place} width="${CELL - 2}" height="${CELL - 2}"`;
  const shown = count === 0 ? '' : countSvg(cell, square, largest);
  return `<g><title>${hint}</title><rect class="empty" ${square}/>${shown}</g>`;
}

function countSvg(cell: Cell, square: string, largest: number): string {
  const { row, column, count, share, isRight } = cell;
  const opacity = isRight ? rightOpacity(share) : wrongOpacity(share, largest);
  const tint = `class="${isRight ? 'right' : 'wrong'}" fill-opacity="${opacity.toFixed(3)}"`;
  const style = opacity > DARK ? 'on-dark' : 'count';
  const number = text(style, middleOf(LEFT, column), middleOf(TOP, row), `${count}`);
  return `<rect ${tint} ${square}/>${number}`;
}

function recallColumn(confusion: Confusion, x: number): string {
  return [
    text('quiet', x, TOP - 16, 'recall'),
    ...recall(confusion).map((share, row) =>
      text('count', x, middleOf(TOP, row), share === null ? '-' : percent(share)),
    ),
  ].join('\n');
}

function headline(confusion: Confusion): string {
  const share = accuracy(confusion);
  const counted = `${rightCount(confusion)} of ${pictureCount(confusion)} pictures read correctly`;
  return share === null ? counted : `${percent(share, 2)} accuracy: ${counted}`;
}

function description(confusion: Confusion): string {
  const shares = recall(confusion)
    .map((share, digit) => `${digit} ${share === null ? 'not there' : percent(share)}`)
    .join(', ');
  return `Rows are the true digits, columns the digits that were read. Recall of each digit: ${shares}.`;
}
