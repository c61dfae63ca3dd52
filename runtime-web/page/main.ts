import { Drawing } from '../strokes/index.ts';
import { showAnswer } from './answer.ts';
import { listenToCheck } from './check.ts';
import { element } from './element.ts';
import { listenToFiles } from './files.ts';
import type { Given } from './given.ts';
import { latestOnly } from './latest.ts';
import { hideProgress, showProgress } from './loading.ts';
import { paintGrey } from './paint.ts';
import { listenToPen } from './pen.ts';
import { oncePerFrame } from './per-frame.ts';
import { hideProblem, showProblem } from './problem.ts';
import { startRecogniser } from './recogniser.ts';
import { showBox, showPicture } from './sheet.ts';
import { listenToTools, showTools } from './tools.ts';

const paper = element('paper', HTMLCanvasElement);
const answer = element('answer', HTMLElement);
const drawing = new Drawing();

/** The file whose picture covers the drawing, if one does. */
let file: File | undefined;

const recogniser = startRecogniser(showProgress).finally(hideProgress);
// At once: in a background tab, which gets no frames, nothing is read that would tell it.
recogniser.catch(showProblem);

const read = latestOnly(async (given: Given) => {
  answer.setAttribute('aria-busy', 'true');
  try {
    const { recognise } = await recogniser;
    const reading = await recognise(given);
    cover(given.kind === 'file' ? given.file : undefined);
    showBox(reading);
    showAnswer(given, reading.answer);
    hideProblem();
  } catch (error) {
    showProblem(error, given);
  }
  answer.setAttribute('aria-busy', 'false');
});

const drawingChanged = oncePerFrame(() => {
  const { picture, strokeCount, isUnderWay } = drawing;
  paintGrey(paper, picture.pixels, picture.width, picture.height);
  showTools({ file, strokes: strokeCount, isUnderWay });
  void read({ kind: 'drawing', picture, strokes: strokeCount, isUnderWay });
});

/** Covers the drawing with a file's picture, or uncovers it. */
function cover(by: File | undefined): void {
  if (by === file) return;
  file = by;
  showPicture(file);
  showTools({ file, strokes: drawing.strokeCount, isUnderWay: drawing.isUnderWay });
}

listenToPen(paper, drawing, drawingChanged);
listenToFiles({
  onFile: (given) => void read({ kind: 'file', file: given }),
  onError: showProblem,
});
listenToTools({
  undo: () => {
    if (file === undefined) drawing.undo();
    cover(undefined);
    drawingChanged();
  },
  clear: () => {
    drawing.clear();
    cover(undefined);
    drawingChanged();
  },
});
listenToCheck(async (onRead) => (await recogniser).check(onRead));
drawingChanged();
