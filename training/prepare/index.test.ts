import assert from 'node:assert/strict';
import test from 'node:test';
import { GOLDEN_COUNT, goldenPicture } from '../../core/golden/index.ts';
import { SEEN_SIDE, type Picture } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { digitAt, loadMnist } from '../data/mnist.ts';
import { gridCell, NO_RARITIES, photograph, type Studio } from '../data/photograph/photograph.ts';
import { Random } from '../data/random.ts';
import { preparationModel } from '../release/models.ts';
import type { Image } from './reference/image.ts';
import { images } from './reference/pictures.ts';
import { prepare as reference } from './reference/prepare.ts';

const session = await ort.InferenceSession.create(preparationModel(), { intraOpNumThreads: 1 });
const digits = await loadMnist('train');

/** The whole preparation gives the same bits as the reference; returns whether ink was found. */
async function compare(image: Image, what: string): Promise<boolean> {
  const { pixels, height, width, channels } = image;
  const outputs = await session.run({
    image: new ort.Tensor('uint8', pixels, [height, width, channels]),
  });
  const { seen, found, box } = reference(image);
  const title = `${what}, ${height}x${width}x${channels}`;
  assert.deepEqual(outputs['found']?.data, Uint8Array.of(found ? 1 : 0), `found of ${title}`);
  const sides = Int32Array.of(box.left, box.top, box.width, box.height);
  assert.deepEqual(outputs['box']?.data, sides, `box of ${title}`);
  assert.deepEqual(outputs['seen']?.data, Uint8Array.from(seen.elements), `seen of ${title}`);
  return found;
}

async function compareAll(pictures: Iterable<Image>, what: string): Promise<number> {
  let [number, found] = [0, 0];
  for (const picture of pictures) {
    if (await compare(picture, `${what} ${number}`)) found += 1;
    number += 1;
  }
  return found;
}

function* mnist(count: number): Generator<Image> {
  for (let index = 0; index < count; index += 1) {
    const { pixels } = digitAt(digits, index);
    const bytes = Uint8Array.from(pixels);
    yield { pixels: bytes, height: SEEN_SIDE, width: SEEN_SIDE, channels: 1 };
  }
}

/** Every fifth: of each look and size some. */
function* golden(): Generator<Picture> {
  for (let index = 0; index < GOLDEN_COUNT; index += 5) yield goldenPicture(index);
}

/** Small, so that many take little time. */
const STUDIO: Studio = {
  longSide: [20, 190],
  leastAspect: 0.6,
  tilt: 1,
  leastInk: 12,
  coloured: 0.7,
  withAlpha: 0.4,
  ...NO_RARITIES,
};

function* photographs(count: number): Generator<Picture> {
  for (let number = 0; number < count; number += 1) {
    const random = new Random(33, number);
    const subject = { digit: digitAt(digits, number), neighbour: digitAt(digits, number + 1) };
    const take = number % 3 === 0 ? gridCell : photograph;
    yield take(subject, STUDIO, random).picture;
  }
}

test('the whole preparation of MNIST is that of the reference', async () => {
  assert.equal(await compareAll(mnist(200), 'digit'), 200);
});

test('the whole preparation of photographed digits is that of the reference', async () => {
  const found = await compareAll(photographs(120), 'photograph');
  assert.ok(found >= 114, `found ${found} of 120`);
});

test('the whole preparation of golden pictures is that of the reference', async () => {
  await compareAll(golden(), 'golden picture');
});

test('the whole preparation of random pictures is that of the reference', async () => {
  const found = await compareAll([...images(160, 34, 64), ...images(12, 35, 900)], 'picture');
  assert.ok(found > 10 && found < 160, `found ${found}`);
});
