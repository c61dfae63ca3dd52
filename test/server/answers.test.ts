import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { AnswerJson, Picture } from '../../core/index.ts';
import { openDecoder } from '../../runtime-node/decoder.ts';
import { startServer } from '../../runtime-node/server/server.ts';
import { DIGIT_BYTES, loadMnist } from '../../training/data/mnist.ts';
import { jpegOf, withOrientation } from '../jpeg.ts';
import { pngOf } from '../pictures.ts';
import { COLOUR_TYPE, pngFile } from '../png.ts';
import { formWith, post } from './post.ts';

const server = await startServer({ port: 0 });
after(() => server.stop());

const decode = await openDecoder();
const mnist = await loadMnist('test');

/** The first picture of MNIST's test set. */
const SEVEN = mnist.pixels.subarray(0, DIGIT_BYTES);
const SEVEN_PNG = pngOf(SEVEN, 28, 28, 1);

async function predict(body: Uint8Array | FormData, type?: string): Promise<AnswerJson> {
  const response = await post(server.url, body, type === undefined ? {} : { 'Content-Type': type });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  return (await response.json()) as AnswerJson;
}

test('the answer says which digit, how probable each is, and where the ink is', async () => {
  const answer = await predict(SEVEN_PNG);
  assert.deepEqual(Object.keys(answer).sort(), [
    'box',
    'digit',
    'found',
    'logits',
    'probabilities',
    'sure',
  ]);
  assert.equal(answer.digit, 7);
  assert.equal(answer.found, true);
  assert.deepEqual(answer.box, inkBox());
  const sum = answer.probabilities.reduce((total, p) => total + p, 0);
  assert.ok(Math.abs(sum - 1) < 1e-3, `probabilities add up to ${sum}`);
  const mostProbable = answer.probabilities.indexOf(Math.max(...answer.probabilities));
  assert.equal(mostProbable, 7);
  assert.equal(answer.logits.indexOf(Math.max(...answer.logits)), 7);
});

test('blank paper holds no digit', async () => {
  const answer = await predict(pngOf(new Uint8Array(DIGIT_BYTES).fill(255), 28, 28, 1));
  assert.equal(answer.digit, null);
  assert.equal(answer.found, false);
});

test('every way to send the same picture gets the same answer', async () => {
  const expected = await predict(SEVEN_PNG, 'image/png');
  assert.deepEqual(await predict(SEVEN_PNG, 'application/x-www-form-urlencoded'), expected);
  assert.deepEqual(await predict(SEVEN_PNG, 'application/octet-stream'), expected);
  assert.deepEqual(await predict(SEVEN_PNG), expected, 'without a type');

  const form = formWith('image', SEVEN_PNG);
  form.append('note', 'a seven');
  assert.deepEqual(await predict(form), expected);
});

test('an interlaced PNG is read like any other', async () => {
  const layout = { width: 28, height: 28, depth: 8, colourType: COLOUR_TYPE.grey } as const;
  const interlaced = pngFile({ ...layout, interlaced: true }, SEVEN);
  assert.deepEqual(await predict(interlaced), await predict(SEVEN_PNG));
});

test('ten digits sent at once each get their own answer', async () => {
  const digits = Array.from({ length: 10 }, (_, i) =>
    pngOf(mnist.pixels.subarray(i * DIGIT_BYTES, (i + 1) * DIGIT_BYTES), 28, 28, 1),
  );
  const oneByOne = [];
  for (const digit of digits) oneByOne.push(await predict(digit));
  assert.deepEqual(await Promise.all(digits.map((digit) => predict(digit))), oneByOne);
  assert.ok(new Set(oneByOne.map(({ digit }) => digit)).size > 5);
});

test('a JPEG that lies on its side is read upright, as its EXIF orientation says', async () => {
  const upright = await decode(SEVEN_PNG);
  const expected = await predict(await jpegOf(upright), 'image/jpeg');
  assert.equal(expected.digit, 7);

  const onItsSide = await jpegOf(turnedLeft(upright));
  const turnedBack = await predict(withOrientation(onItsSide, 6), 'image/jpeg');
  assert.equal(turnedBack.digit, 7);
  assert.deepEqual(turnedBack.box, expected.box);
  assert.notDeepEqual((await predict(onItsSide)).box, expected.box);
});

/** Smallest box around MNIST's ink: x, y, width, height. */
function inkBox(): number[] {
  const inked = [...SEVEN.keys()].filter((i) => (SEVEN[i] ?? 0) > 127);
  const xs = inked.map((i) => i % 28);
  const ys = inked.map((i) => Math.floor(i / 28));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [x, y, Math.max(...xs) - x + 1, Math.max(...ys) - y + 1];
}

/** A quarter turn to the left: what a camera stores with orientation 6. */
function turnedLeft({ pixels, width, height }: Picture): Picture {
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      turned.set(pixels.subarray(from, from + 4), ((width - 1 - x) * height + y) * 4);
    }
  }
  return { pixels: turned, width: height, height: width, channels: 4 };
}
