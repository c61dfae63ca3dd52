/** Takes the README's picture of the page, with a digit drawn on it: docs/page.png. */
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { writeWhole } from '../../training/files.ts';
import { answerToStrokes } from './answer.ts';
import { drawWithMouse, type Path } from './pen.ts';
import { openSite } from './site.ts';

const FILE = join(PROJECT_ROOT, 'docs', 'page.png');

/** All of the page down to the probabilities. */
const VIEWPORT = { width: 1080, height: 735 };

/** Longer than the bars take to grow, in milliseconds. */
const SETTLED = 1000;

const SEVEN: Path = [
  [0.29, 0.22],
  [0.4, 0.215],
  [0.52, 0.2],
  [0.62, 0.19],
  [0.7, 0.195],
  [0.71, 0.21],
  [0.66, 0.31],
  [0.59, 0.44],
  [0.52, 0.58],
  [0.475, 0.7],
  [0.45, 0.81],
];

const site = await openSite();
try {
  const { page } = await site.visit({
    viewport: VIEWPORT,
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  await drawWithMouse(page, SEVEN);
  await answerToStrokes(page, 1);
  await page.waitForTimeout(SETTLED);
  writeWhole(FILE, await page.screenshot());
} finally {
  await site.close();
}
console.log(FILE);
