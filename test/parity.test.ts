import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { AnswerJson } from '../core/index.ts';
import { answerToFile } from './browser/answer.ts';
import { openSite } from './browser/site.ts';
import { run } from './command.ts';
import { writeDigitFiles } from './digit-files.ts';
import { post } from './server/post.ts';

const COUNT = 500;

/** Enough that the answers mean something; how good the model is, is measured elsewhere. */
const LEAST_RIGHT = 0.9 * COUNT;

const site = await openSite();
const { folder, names, digits } = await writeDigitFiles(COUNT);
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

test(`${COUNT} digits get the same answers, to the last bit, from command line, server and page`, async () => {
  const fromCommandLine = await askCommandLine();
  assertSame(await askServer(), fromCommandLine, 'the server');
  assertSame(await askPage(), fromCommandLine, 'the page');

  const right = fromCommandLine.filter(({ digit }, i) => digit === digits.labels[i]).length;
  assert.ok(right >= LEAST_RIGHT, `${right} of ${COUNT} are right`);
});

async function askCommandLine(): Promise<AnswerJson[]> {
  const { stdout } = await run('runtime-node/cli/predict.js', ['--json', ...names], folder);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AnswerJson & { file: string })
    .map(({ file, ...answer }, i) => {
      assert.equal(file, names[i]);
      return answer;
    });
}

async function askServer(): Promise<AnswerJson[]> {
  const answers: AnswerJson[] = [];
  for (const name of names) {
    const response = await post(site.url, await readFile(join(folder, name)));
    answers.push((await response.json()) as AnswerJson);
  }
  return answers;
}

async function askPage(): Promise<AnswerJson[]> {
  const { page } = await site.visit();
  const answers: AnswerJson[] = [];
  for (const name of names) {
    await page.locator('#file').setInputFiles(join(folder, name));
    answers.push(await answerToFile(page, name));
  }
  return answers;
}

function assertSame(
  actual: readonly AnswerJson[],
  expected: readonly AnswerJson[],
  who: string,
): void {
  assert.equal(actual.length, COUNT);
  assert.equal(expected.length, COUNT);
  for (const [i, name] of names.entries()) {
    assert.deepEqual(actual[i], expected[i], `${who} on ${name}`);
  }
}
