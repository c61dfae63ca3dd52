import assert from 'node:assert/strict';
import test from 'node:test';
import { frameOf } from './frame.ts';
import { toGrey } from './grey.ts';
import { toGrey as reference } from './reference/grey.ts';
import { assertSame, openImagePiece } from './reference/piece.ts';
import { images } from './reference/pictures.ts';

const run = await openImagePiece((graph, image) => {
  const { channels, height, width } = frameOf(graph, image);
  return { grey: toGrey(image, channels, { height, width }) };
});

test('toGrey looks at 1 to 4 channels as the reference does', async () => {
  for (const picture of [...images(320, 3, 250), ...images(8, 4, 512)]) {
    const { height, width, channels } = picture;
    const { grey } = await run(picture);
    assertSame(grey, reference(picture), `${height}x${width}x${channels}`);
  }
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
    const picture = { pixels, height: 1, width: 2, channels: 4 };
    const { grey } = await run(picture);
    assertSame(grey, reference(picture), `ink ${index}`);
    assert.equal(grey.at(0, 1), wanted[index], `ink ${index}`);
  }
});
