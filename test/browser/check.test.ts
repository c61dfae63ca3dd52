import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright';
import { FULL_MODEL } from '../../core/index.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { withFlippedBit } from '../verify/flip-bit.ts';
import { answerToStrokes } from './answer.ts';
import { drawWithMouse, ONE } from './pen.ts';
import { openSite } from './site.ts';

const site = await openSite();
after(() => site.close());

async function press(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check this device' }).click();
}

async function result(page: Page): Promise<string> {
  const shown = page.locator('#check-result[role=status]', { hasText: /./ });
  await shown.waitFor();
  return (await shown.textContent()) ?? '';
}

test('the page says that this browser gives the released bits', async () => {
  const { page, complaints } = await site.visit();
  await press(page);
  assert.match(await result(page), /^This browser gives the released bits/);
  assert.equal(await page.locator('#checked').isVisible(), false);
  assert.deepEqual(complaints, []);
});

test('a progress bar moves while it checks, and a digit drawn meanwhile is read', async () => {
  const { page } = await site.visit();
  await answerToStrokes(page, 0);
  await press(page);
  await page.locator('#checked[value]').waitFor();
  await drawWithMouse(page, ONE);
  assert.equal((await answerToStrokes(page, 1)).digit, 1);
  assert.match(await result(page), /gives the released bits/);
});

test('with one wrong weight, it says that the bits are not the released ones', async () => {
  const model = withFlippedBit(await readFile(join(MODELS_DIR, FULL_MODEL.file)), 'highest');
  const { page } = await site.visit({
    prepare: (early) =>
      early.route('**/*.onnx', (route) => route.fulfill({ body: Buffer.from(model) })),
  });
  await press(page);
  assert.match(await result(page), /^This browser does not give the released bits/);
});

test('where the model can not be loaded, the check says so', async () => {
  const { page } = await site.visit({
    prepare: (early) => early.route('**/*.onnx', (route) => route.abort()),
  });
  await press(page);
  await page
    .getByRole('alert')
    .filter({ hasText: /could not be loaded/ })
    .waitFor();
  assert.equal(await page.locator('#check-result').textContent(), '');
});
