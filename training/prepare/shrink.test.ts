import test from 'node:test';
import { Whole } from '../exact/whole.ts';
import { frameOf } from './frame.ts';
import { Matrix } from './reference/matrix.ts';
import { assertSame, BYTE, openImagePiece, scalar } from './reference/piece.ts';
import { images } from './reference/pictures.ts';
import { shrink as reference } from './reference/shrink.ts';
import { shrink } from './shrink.ts';

test('shrink takes every n-th pixel as the reference does', async () => {
  const run = await openImagePiece((graph, image) => {
    const shrunk = shrink(image, frameOf(graph, image));
    const { height, width, stride } = shrunk;
    const pixels = new Whole(graph, graph.cast(shrunk.image, 'float32'), BYTE);
    return { height, width, stride, pixels };
  });
  for (const picture of [...images(100, 1, 160), ...images(12, 2, 1700)]) {
    const { pixels, height, width, channels, stride } = reference(picture);
    const result = await run(picture);
    for (const [name, number] of Object.entries({ height, width, stride })) {
      assertSame(result[name as 'stride'], scalar(number), name);
    }
    const row = width * channels;
    const expected = new Matrix(height, row, (y, x) => pixels[y * row + x] ?? NaN);
    assertSame(result.pixels, expected, 'the shrunk picture');
  }
});
