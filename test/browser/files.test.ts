import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SEEN_SIDE } from '../../core/index.ts';
import { openDecoder } from '../../runtime-node/decoder.ts';
import { loadMnist, DIGIT_BYTES } from '../../training/data/mnist.ts';
import { jpegOf } from '../jpeg.ts';
import { pngOf } from '../pictures.ts';
import { answerToFile, answerToStrokes } from './answer.ts';
import { openSite } from './site.ts';

const site = await openSite();
after(() => site.close());

/** Loading the model takes longest, so all tests give their files to the same page. */
const { page, complaints } = await site.visit();

const { pixels } = await loadMnist('test');

/** The first two pictures of MNIST's test set. */
const SEVEN = pngOf(pixels.subarray(0, DIGIT_BYTES), SEEN_SIDE, SEEN_SIDE, 1);
const TWO = pngOf(pixels.subarray(DIGIT_BYTES, 2 * DIGIT_BYTES), SEEN_SIDE, SEEN_SIDE, 1);

interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function file(name: string, bytes: Uint8Array, mimeType = 'image/png'): PictureFile {
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

function choose(chosen: PictureFile): Promise<void> {
  return page.locator('#file').setInputFiles(chosen);
}

/** Lets the page hear of a file as if it were dropped or pasted on it. */
async function hand(how: 'drop' | 'paste', given: PictureFile): Promise<void> {
  await page.evaluate(
    ({ how, name, mimeType, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], name, { type: mimeType }));
      const init = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: data })
          : new ClipboardEvent('paste', { ...init, clipboardData: data }),
      );
    },
    { how, name: given.name, mimeType: given.mimeType, bytes: [...given.buffer] },
  );
}

async function textOf(selector: string): Promise<string> {
  return (await page.locator(selector).textContent()) ?? '';
}

test('a chosen PNG is read, shown, and its ink outlined', async () => {
  await choose(file('seven.png', SEVEN));
  const { digit, box } = await answerToFile(page, 'seven.png');
  assert.equal(digit, 7);
  assert.equal(await textOf('#digit'), '7');

  const picture = await page.locator('#picture').boundingBox();
  const outline = await page.locator('#box').boundingBox();
  assert.ok(picture !== null && outline !== null, 'picture and outline are shown');
  const [x, y] = [outline.x - picture.x, outline.y - picture.y].map(Math.round);
  const scale = picture.width / SEEN_SIDE;
  assert.ok(Math.abs((x ?? NaN) - box[0] * scale) < 4, `outlined from x ${x ?? ''}`);
  assert.ok(Math.abs((y ?? NaN) - box[1] * scale) < 4, `outlined from y ${y ?? ''}`);
  assert.ok(Math.abs(outline.width - box[2] * scale) < 8, `outlined ${outline.width} wide`);
  assert.ok(Math.abs(outline.height - box[3] * scale) < 8, `outlined ${outline.height} high`);
});

test('a JPEG is read like a PNG', async () => {
  const decode = await openDecoder();
  const jpeg = await jpegOf(await decode(SEVEN));
  await choose(file('seven.jpg', jpeg, 'image/jpeg'));
  assert.equal((await answerToFile(page, 'seven.jpg')).digit, 7);
});

for (const how of ['drop', 'paste'] as const) {
  test(`a picture can be given by ${how}`, async () => {
    await hand(how, file('two.png', TWO));
    assert.equal((await answerToFile(page, 'two.png')).digit, 2);
  });
}

test('one picture after the other is read, the same one again too', async () => {
  const first = file('seven.png', SEVEN);
  await choose(first);
  const answer = await answerToFile(page, 'seven.png');
  await choose(file('two.png', TWO));
  assert.equal((await answerToFile(page, 'two.png')).digit, 2);
  await choose(first);
  assert.deepEqual(await answerToFile(page, 'seven.png'), answer);
});

test('a blank picture holds no digit, and the page says so in words', async () => {
  const blank = pngOf(new Uint8Array(DIGIT_BYTES).fill(255), SEEN_SIDE, SEEN_SIDE, 1);
  await choose(file('blank.png', blank));
  assert.equal((await answerToFile(page, 'blank.png')).digit, null);
  assert.match(await textOf('#sentence'), /^No digit/);
});

for (const [what, given, sentence] of [
  ['cut short', file('cut.png', SEVEN.subarray(0, 60)), /^cut\.png: .*damaged or cut short/],
  ['no picture', file('note.png', Buffer.from('a note')), /^note\.png: This is not a picture/],
  ['a GIF', file('seven.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1')), /This is a GIF/],
  ['too large', file('large.png', Buffer.alloc(20 * 2 ** 20 + 1)), /larger than 20 MiB/],
] as const) {
  test(`a file that is ${what} is refused in a sentence, and the next one is read`, async () => {
    await choose(given);
    const problem = page.getByRole('alert').filter({ hasText: sentence });
    await problem.waitFor();
    await choose(file('seven.png', SEVEN));
    // First: until then the page may show its answer to the file before the refused one.
    await problem.waitFor({ state: 'detached' });
    assert.equal((await answerToFile(page, 'seven.png')).digit, 7);
  });
}

test('clear puts the paper back in place of a picture', async () => {
  await choose(file('seven.png', SEVEN));
  await answerToFile(page, 'seven.png');
  await page.getByRole('button', { name: 'Clear' }).click();
  assert.equal((await answerToStrokes(page, 0)).digit, null);
  assert.ok(await page.locator('#paper').isVisible());
});

test('nothing of this made the browser complain', () => {
  assert.deepEqual(complaints, []);
});
