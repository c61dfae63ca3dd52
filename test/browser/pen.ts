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

/** Single strokes that are no digit. */
export const SCRIBBLES: Readonly<Record<string, Path>> = {
  zigzag: Array.from(
    { length: 9 },
    (_, i) => [0.2 + 0.075 * i, i % 2 === 0 ? 0.35 : 0.65] as const,
  ),
  star: Array.from({ length: 6 }, (_, i) => {
    const angle = (4 * Math.PI * i) / 5;
    return [0.5 + 0.3 * Math.sin(angle), 0.5 - 0.3 * Math.cos(angle)] as const;
  }),
  spiral: Array.from({ length: 60 }, (_, i) => {
    const radius = 0.02 + 0.005 * i;
    return [0.5 + radius * Math.sin(i / 3), 0.5 + radius * Math.cos(i / 3)] as const;
  }),
  w: [
    [0.15, 0.25],
    [0.35, 0.8],
    [0.5, 0.35],
    [0.65, 0.8],
    [0.85, 0.25],
  ],
  steps: [
    [0.2, 0.8],
    [0.2, 0.6],
    [0.4, 0.6],
    [0.4, 0.4],
    [0.6, 0.4],
    [0.6, 0.2],
    [0.8, 0.2],
  ],
};

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
