import type { Page } from 'playwright';

/** Places on the paper, from 0 at its left or top edge to 1. */
export type Path = readonly (readonly [x: number, y: number])[];

/** Moves of the mouse from one place of a path to the next. */
const MOVES = 4;

export const ONE: Path = [
  [0.5, 0.2],
  [0.5, 0.8],
];

export const ZERO: Path = Array.from({ length: 25 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 24;
  return [0.5 - 0.18 * Math.sin(angle), 0.5 - 0.3 * Math.cos(angle)] as const;
});

/** Draws a stroke with the mouse. */
export async function drawWithMouse(page: Page, path: Path): Promise<void> {
  await beginWithMouse(page, path);
  await page.mouse.up();
}

/** Draws a stroke with the mouse, and keeps its button down. */
export async function beginWithMouse(page: Page, path: Path): Promise<void> {
  const [first, ...rest] = await onScreen(page, path);
  if (first === undefined) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: MOVES });
}

/** Draws a stroke with a finger. Needs a page that was opened with `hasTouch`. */
export async function drawWithFinger(page: Page, path: Path): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints });
  const [first, ...rest] = await onScreen(page, path);
  if (first === undefined) return;
  await touch('touchStart', [first]);
  for (const place of rest) await touch('touchMove', [place]);
  await touch('touchEnd', []);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

async function onScreen(page: Page, path: Path): Promise<Place[]> {
  const paper = page.locator('#paper');
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (box === null) throw new Error('The paper is not shown.');
  return path.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}
