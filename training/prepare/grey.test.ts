import assert from 'node:assert/strict';
import test from 'node:test';
import { frameOf } from './frame.ts';
import { toGrey } from './grey.ts';
import { toGrey as reference } from './reference/grey.ts';
import { assertSame, openImagePiece, scalar } from './reference/piece.ts';
import type { Image } from './reference/image.ts';
import { images } from './reference/pictures.ts';

const run = await openImagePiece((graph, image) => {
  const { channels, ...frame } = frameOf(graph, image);
  const { picture, ground } = toGrey(image, channels, frame);
  return { picture, ground };
});

/** The same as the reference's, which it returns. */
async function compared(image: Image, what: string) {
  const { picture, ground } = await run(image);
  const expected = reference(image);
  assertSame(picture, expected.picture, what);
  assertSame(ground, scalar(expected.ground), `the ground of ${what}`);
  return expected;
}

test('toGrey looks at 1 to 4 channels as the reference does', async () => {
  const grounds = new Set<number>();
  for (const image of [...images(320, 3, 250), ...images(8, 4, 768)]) {
    const { height, width, channels } = image;
    const { ground } = await compared(image, `${height}x${width}x${channels}`);
    grounds.add(ground);
  }
  assert.equal(grounds.size, 3);
});

test('toGrey takes each of its five views of some picture', async () => {
  const paper = [120, 120, 120, 255];
  const inks = [
    [20, 20, 20, 255],
    [255, 255, 255, 255],
    [255, 63, 120, 255],
    [120, 20, 120, 255],
    [120, 110, 255, 255],
  ];
  const wanted = [20, 255, 255, 20, 255];
  for (const [index, ink] of inks.entries()) {
    // White on nothing; the others on grey paper, all but the first nearly as light as it in the luma.
    const pixels = Uint8Array.from([...(index === 1 ? [0, 0, 0, 0] : paper), ...ink]);
    const { picture } = await compared(
      { pixels, height: 1, width: 2, channels: 4 },
      `ink ${index}`,
    );
    assert.equal(picture.at(0, 1), wanted[index], `ink ${index}`);
  }
});

const SIDE = 80;

/** Ink of one level in the first pixels, nothing in the others, which have a colour all the same. */
function inkOn(opaque: number, ink: number, channels: 2 | 4): Image {
  const pixel = (level: number, alpha: number) => [
    ...Array<number>(channels - 1).fill(level),
    alpha,
  ];
  const places = Array.from({ length: SIDE * SIDE }, (_, place) =>
    place < opaque ? pixel(ink, 255) : pixel(120, 0),
  );
  return { pixels: Uint8Array.from(places.flat()), height: SIDE, width: SIDE, channels };
}

test('toGrey knows the ground of ink on nothing: white under dark ink, black under light', async () => {
  for (const channels of [2, 4] as const) {
    for (const opaque of [1, SIDE * 10, SIDE * 40, SIDE * 68]) {
      const dark = await compared(inkOn(opaque, 0, channels), 'dark ink');
      assert.equal(dark.ground, 1, `dark ink on ${opaque} of ${channels} channels`);
      const light = await compared(inkOn(opaque, 255, channels), 'light ink');
      assert.equal(light.ground, -1, `light ink on ${opaque} of ${channels} channels`);
    }
  }
});

test('toGrey knows no ground unless more than an eighth is transparent, or where nothing can be', async () => {
  for (const channels of [2, 4] as const) {
    assert.equal((await compared(inkOn(SIDE * 70, 0, channels), 'an eighth')).ground, 0);
    assert.equal((await compared(inkOn(SIDE * SIDE, 0, channels), 'opaque')).ground, 0);
  }
  for (const channels of [1, 3]) {
    const pixels = Uint8Array.from({ length: SIDE * SIDE * channels }, (_, place) => place % 251);
    const opaque = { pixels, height: SIDE, width: SIDE, channels };
    assert.equal((await compared(opaque, `${channels} channels`)).ground, 0);
  }
});

test('toGrey shows nothing of a picture that is transparent all over, on white', async () => {
  for (const channels of [2, 4] as const) {
    const { picture, ground } = await compared(inkOn(0, 0, channels), 'nothing');
    assert.equal(ground, 1);
    assert.ok(picture.elements.every((level) => level === 255));
  }
});
