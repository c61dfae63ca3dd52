import { join } from 'node:path';
import type { Picture } from '../../core/index.ts';
import { writeWhole } from '../files.ts';
import { picturePng } from '../release/conformance/picture-png.ts';
import { mistakesSvg, type Mistake } from '../report/svg/mistakes-svg.ts';
import type { Evaluation } from './report.ts';
import type { Misreading } from './score.ts';
import type { Views } from './views.ts';

export const MISTAKES_FILE = 'mistakes.svg';

/** How many mistakes are shown. */
const WORST = 20;

/** Writes the most confident mistakes into a folder: both views of each as PNG, and all on one sheet. */
export function writeMistakes(folder: string, { pictures, score }: Evaluation): void {
  const worst = score.misreadings.slice(0, WORST);
  worst.forEach((misreading, index) => {
    const { label, digit, shown } = misreading;
    const name = `${String(index + 1).padStart(2, '0')}_${label}-read-as-${digit}`;
    const write = (view: string, picture: Picture) => {
      writeWhole(join(folder, `${name}_${view}.png`), picturePng(picture));
    };
    write('given', shown.pictures.given);
    write('seen', shown.pictures.seen);
  });
  writeWhole(join(folder, MISTAKES_FILE), mistakesSheet(score.misreadings, pictures));
}

/** The most confident mistakes as an SVG. */
export function mistakesSheet(misreadings: readonly Misreading<Views>[], subject: string): string {
  const mistakes = misreadings
    .slice(0, WORST)
    .map(({ name, label, digit, probability, shown }): Mistake => ({
      name,
      label,
      digit,
      probability,
      ...shown.pictures,
    }));
  return mistakesSvg(mistakes, subject);
}
