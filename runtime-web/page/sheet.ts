import type { Reading } from '../worker/recogniser.ts';
import { element } from './element.ts';

/** Pictures with a shorter side than this many pixels are shown with visible pixels. */
const FEW_PIXELS = 150;

const sheet = element('sheet', HTMLDivElement);
const paper = element('paper', HTMLCanvasElement);
const picture = element('picture', HTMLImageElement);
const box = element('box', HTMLDivElement);

/** Shows a file's picture in place of the drawing, or the drawing again. */
export function showPicture(file: File | undefined): void {
  URL.revokeObjectURL(picture.src);
  picture.hidden = file === undefined;
  paper.hidden = file !== undefined;
  if (file === undefined) {
    picture.removeAttribute('src');
  } else {
    picture.src = URL.createObjectURL(file);
    picture.alt = `Your picture ${file.name}`;
  }
}

/** Gives the sheet the shape of what was read, and outlines the ink on it. */
export function showBox({ answer, width, height }: Reading): void {
  sheet.style.aspectRatio = `${width} / ${height}`;
  sheet.style.width = percentage(Math.min(width / height, 1), 1);
  picture.classList.toggle('few-pixels', Math.min(width, height) < FEW_PIXELS);
  box.hidden = !answer.found;
  box.style.left = percentage(answer.box.x, width);
  box.style.top = percentage(answer.box.y, height);
  box.style.width = percentage(answer.box.width, width);
  box.style.height = percentage(answer.box.height, height);
}

function percentage(part: number, whole: number): string {
  return `${(100 * part) / whole}%`;
}
