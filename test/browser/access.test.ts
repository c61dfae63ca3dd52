import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright';
import { answerToStrokes } from './answer.ts';
import { drawWithMouse, ONE } from './pen.ts';
import { openSite } from './site.ts';

const site = await openSite();
after(() => site.close());

/** From a small phone to a desktop, in CSS pixels. */
const WIDTHS = [320, 390, 768, 1280];

test('the page fits every width, with nothing cut off or to be scrolled sideways', async () => {
  const { page } = await site.visit();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});

test('all that can be pressed is reached by Tab alone, and shows that it has the focus', async () => {
  const { page } = await site.visit();
  await drawWithMouse(page, ONE);
  await answerToStrokes(page, 1);
  for (const expected of ['undo', 'clear', 'file']) {
    await page.keyboard.press('Tab');
    const { id, outline } = await focused(page);
    assert.equal(id, expected);
    assert.notEqual(outline, 'none', `${id} shows its focus`);
  }
});

test('strokes are undone with the keyboard', async () => {
  const { page } = await site.visit();
  await drawWithMouse(page, ONE);
  await answerToStrokes(page, 1);
  await page.keyboard.press('Control+z');
  assert.equal((await answerToStrokes(page, 0)).digit, null);
});

test('the answer to a finished stroke is announced', async () => {
  const { page } = await site.visit();
  await drawWithMouse(page, ONE);
  await answerToStrokes(page, 1);
  await page.locator('#announcement[role=status]', { hasText: /\b1\b/ }).waitFor();
});

/** The focused element's id, and the style of the line around it or what it stands for. */
function focused(page: Page): Promise<{ id: string; outline: string }> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    const outlines = [element, label ?? element].map((it) => getComputedStyle(it).outlineStyle);
    return { id: element.id, outline: outlines.find((style) => style !== 'none') ?? 'none' };
  });
}
