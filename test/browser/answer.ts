import type { Page } from 'playwright';
import type { AnswerJson } from '../../core/index.ts';

/** Waits for the page's answer to a file. */
export function answerToFile(page: Page, name: string): Promise<AnswerJson> {
  return answerAt(page, `#digit[data-file="${name}"]`);
}

/** Waits for the page's answer to a drawing with so many finished strokes. */
export function answerToStrokes(page: Page, count: number): Promise<AnswerJson> {
  return answerAt(page, `#digit[data-strokes="${count}"]`);
}

async function answerAt(page: Page, selector: string): Promise<AnswerJson> {
  await page.locator(selector).waitFor();
  return JSON.parse((await page.locator('#json').textContent()) ?? '') as AnswerJson;
}
