import { CLASS_COUNT } from '../../core/contract.ts';
import type { Answer } from '../../core/index.ts';
import { element } from './element.ts';

const PERCENT = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Adds a bar for each digit to the page; returns what shows an answer on them. */
export function makeBars(): (answer: Answer) => void {
  const rows = Array.from({ length: CLASS_COUNT }, (_, digit) => makeRow(digit));
  element('bars', HTMLOListElement).append(...rows.map(({ item }) => item));
  return ({ digit, found, probabilities }) => {
    rows.forEach(({ item, fill, percent }, i) => {
      const probability = found ? (probabilities[i] ?? 0) : 0;
      item.classList.toggle('best', i === digit);
      fill.style.scale = `${probability} 1`;
      percent.textContent = found ? PERCENT.format(probability) : '';
    });
  };
}

function makeRow(digit: number) {
  const label = span('label', String(digit));
  const fill = span('fill');
  const bar = span('bar');
  const percent = span('percent');
  bar.append(fill);
  const item = document.createElement('li');
  item.append(label, bar, percent);
  return { item, fill, percent };
}

function span(className: string, text = ''): HTMLSpanElement {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = text;
  return made;
}
