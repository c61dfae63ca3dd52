import { SEEN_SIDE, type Answer, type Picture } from '../../core/index.ts';
import type { Canvas } from './terminal/canvas.ts';
import { columns } from './terminal/columns.ts';
import { outlined, scaled } from './terminal/outline.ts';
import { percent } from './terminal/percent.ts';
import type { Style } from './terminal/style.ts';
import { thumbnail } from './terminal/thumbnail.ts';

/** Both pictures, with the first one's margin, and the bars fit into 80 columns. */
const GIVEN_SIDE = SEEN_SIDE;
const BAR_WIDTH = 8;

/** An answer for people: the picture as given, as the classifier sees it, and the probabilities. */
export function answerText(name: string, picture: Picture, answer: Answer, style: Style): string {
  const lines = columns([
    [`given ${picture.width}x${picture.height}`, ...style.picture(givenCanvas(picture, answer))],
    [`seen ${SEEN_SIDE}x${SEEN_SIDE}`, ...style.picture(seenCanvas(answer, SEEN_SIDE))],
    answer.found ? ['probabilities', ...bars(answer, style)] : [],
  ]);
  return [style.strong(`${name}: ${digitText(answer)}`), ...lines, '', ''].join('\n');
}

/** The picture shrunk, with the ink's box marked where there is ink. */
export function givenCanvas(picture: Picture, answer: Answer, maxSide = GIVEN_SIDE): Canvas {
  const canvas = thumbnail(picture, maxSide);
  const box = answer.found ? scaled(answer.box, canvas.width / picture.width) : null;
  return outlined(canvas, box);
}

export function seenCanvas({ seen }: Answer, maxSide: number): Canvas {
  return thumbnail({ pixels: seen, width: SEEN_SIDE, height: SEEN_SIDE, channels: 1 }, maxSide);
}

function digitText({ digit, sure }: Answer): string {
  if (digit === null) return 'no digit';
  return sure ? `${digit}` : `not sure, perhaps ${digit}`;
}

function bars({ digit, probabilities }: Answer, style: Style): string[] {
  return Array.from(probabilities, (probability, index) => {
    const share = percent(probability).padStart(7);
    const line = `${index} ${style.bar(probability, BAR_WIDTH)} ${share}`;
    return index === digit ? style.strong(line) : line;
  });
}
