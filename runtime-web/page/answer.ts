import { SEEN_SIDE } from '../../core/contract.ts';
import type { Answer } from '../../core/index.ts';
import { toJson } from '../../core/json.ts';
import { makeBars } from './bars.ts';
import { element } from './element.ts';
import type { Given } from './given.ts';
import { paintGrey } from './paint.ts';
import { sentenceFor } from './wording.ts';

const digit = element('digit', HTMLOutputElement);
const sentence = element('sentence', HTMLParagraphElement);
const announcement = element('announcement', HTMLParagraphElement);
const seen = element('seen', HTMLCanvasElement);
const json = element('json', HTMLPreElement);
const showBars = makeBars();

/** Shows what the model says to a picture, all at once. */
export function showAnswer(given: Given, answer: Answer): void {
  const words = sentenceFor(given, answer);
  digit.textContent = answer.digit === null ? '–' : String(answer.digit);
  digit.classList.toggle('none', answer.digit === null);
  digit.classList.toggle('unsure', answer.found && !answer.sure);
  sentence.textContent = words;
  showBars(answer);
  paintGrey(seen, answer.seen, SEEN_SIDE, SEEN_SIDE);
  // With spaces, so that lines break between numbers.
  json.textContent = JSON.stringify(toJson(answer)).replaceAll(',', ', ');
  nameGiven(given);
  // Screen readers shall hear the answer, not every guess on the way to it.
  if (given.kind === 'file' || !given.isUnderWay) announcement.textContent = words;
}

/** Says on the answer what it is the answer to. */
function nameGiven(given: Given): void {
  delete digit.dataset['file'];
  delete digit.dataset['strokes'];
  if (given.kind === 'file') digit.dataset['file'] = given.file.name;
  else digit.dataset['strokes'] = String(given.strokes);
}
