import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { answerToStrokes } from './answer.ts';
import { beginWithMouse, drawWithFinger, drawWithMouse, ONE, SCRIBBLES, ZERO } from './pen.ts';
import { openSite } from './site.ts';

const site = await openSite();
after(() => site.close());

/** Loading the model takes longest, so tests that need nothing special draw on the same page. */
const { page, complaints } = await site.visit();

const clear = page.getByRole('button', { name: 'Clear' });

beforeEach(async () => {
  // Forced, since the button says that it is disabled where there is nothing to clear.
  await clear.click({ force: true });
  await answerToStrokes(page, 0);
});

for (const [digit, path] of [
  [1, ONE],
  [0, ZERO],
] as const) {
  test(`a ${digit} drawn with the mouse is read`, async () => {
    await drawWithMouse(page, path);
    assert.equal((await answerToStrokes(page, 1)).digit, digit);
    assert.equal(await page.locator('#digit').textContent(), String(digit));
    assert.equal(await page.locator('#bars .best .label').textContent(), String(digit));
  });
}

test('a digit drawn with a finger is read, and the page does not scroll under it', async () => {
  const { page } = await site.visit({ hasTouch: true, viewport: { width: 360, height: 500 } });
  await page.locator('#paper').scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => window.scrollY);
  await drawWithFinger(page, ZERO);
  assert.equal((await answerToStrokes(page, 1)).digit, 0);
  assert.equal(await page.evaluate(() => window.scrollY), scrolled);
});

test('a stroke is read while it is drawn', async () => {
  await beginWithMouse(page, ONE);
  await page.locator('#digit', { hasText: '1' }).waitFor();
  assert.equal(await page.locator('#digit').getAttribute('data-strokes'), '0');
  await page.mouse.up();
  // Until this stroke is read, the page shows the answer to no finished strokes, as on blank paper.
  await answerToStrokes(page, 1);
});

test('blank paper holds no digit, and the page says so in words', async () => {
  const answer = await answerToStrokes(page, 0);
  assert.equal(answer.digit, null);
  assert.match((await page.locator('#sentence').textContent()) ?? '', /^No digit/);
});

test('what the model is not sure of is shown as a guess, and the page says so', async () => {
  let unsure = 0;
  for (const [name, scribble] of Object.entries(SCRIBBLES)) {
    await clear.click({ force: true });
    await answerToStrokes(page, 0);
    await drawWithMouse(page, scribble);
    const { sure, found, digit } = await answerToStrokes(page, 1);
    const guess = page.locator('#digit.unsure');
    assert.equal(await guess.count(), found && !sure ? 1 : 0, name);
    const sentence = (await page.locator('#sentence').textContent()) ?? '';
    assert.equal(sentence.startsWith('Not sure: '), found && !sure, sentence);
    if (!found || sure) continue;
    unsure += 1;
    assert.equal(await guess.textContent(), String(digit));
  }
  assert.ok(unsure > 0, 'the model is sure of every scribble');
});

test('undo takes back the last stroke and leaves the others as they were', async () => {
  await drawWithMouse(page, ZERO);
  const before = await answerToStrokes(page, 1);
  await drawWithMouse(page, [
    [0.1, 0.9],
    [0.9, 0.1],
  ]);
  assert.notDeepEqual(await answerToStrokes(page, 2), before);
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual(await answerToStrokes(page, 1), before);
});

test('clear leaves blank paper', async () => {
  await drawWithMouse(page, ONE);
  await answerToStrokes(page, 1);
  await clear.click();
  assert.equal((await answerToStrokes(page, 0)).found, false);
});

test('a digit drawn before the model has come is read when it has', async () => {
  const { page } = await site.visit({
    prepare: (early) =>
      early.route('**/*.onnx', async (route) => {
        await early.locator('#undo[aria-disabled="false"]').waitFor();
        await route.continue();
      }),
  });
  await drawWithMouse(page, ONE);
  assert.equal((await answerToStrokes(page, 1)).digit, 1);
});

test('nothing of this made the browser complain', () => {
  assert.deepEqual(complaints, []);
});
