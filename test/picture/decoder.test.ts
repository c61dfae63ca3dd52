import assert from 'node:assert/strict';
import test from 'node:test';
import { PictureError, type PictureFault } from '../../core/index.ts';
import { openDecoder } from '../../runtime-node/decoder.ts';
import { chunk, COLOUR_TYPE, pngAround, pngFile } from '../png.ts';

const decode = await openDecoder();

async function pixelsOf(file: Uint8Array): Promise<number[]> {
  return [...(await decode(file)).pixels];
}

const grey = (...values: number[]) => values.flatMap((v) => [v, v, v, 255]);

for (const [depth, samples, values] of [
  [1, [0, 1, 1], [0, 255, 255]],
  [2, [0, 1, 3], [0, 85, 255]],
  [4, [0, 7, 15], [0, 119, 255]],
  [8, [0, 100, 255], [0, 100, 255]],
  [16, [0, 0x1234, 0xffff], [0, 0x12, 255]],
] as const) {
  test(`a grey PNG of ${depth} bit uses the whole range from 0 to 255`, async () => {
    const file = pngFile({ width: 3, height: 1, depth, colourType: COLOUR_TYPE.grey }, samples);
    assert.deepEqual(await pixelsOf(file), grey(...values));
  });
}

test('an RGB PNG keeps its colours', async () => {
  const layout = { width: 2, height: 1, depth: 8, colourType: COLOUR_TYPE.rgb } as const;
  const pixels = await pixelsOf(pngFile(layout, [1, 2, 3, 250, 128, 0]));
  assert.deepEqual(pixels, [1, 2, 3, 255, 250, 128, 0, 255]);
});

test('an RGBA PNG keeps colours under transparency, not multiplied by it', async () => {
  const layout = { width: 2, height: 1, depth: 8, colourType: COLOUR_TYPE.rgba } as const;
  const samples = [200, 100, 50, 128, 9, 8, 7, 0];
  assert.deepEqual(await pixelsOf(pngFile(layout, samples)), samples);
});

test('a 16-bit RGBA PNG keeps the high byte of each sample', async () => {
  const layout = { width: 1, height: 1, depth: 16, colourType: COLOUR_TYPE.rgba } as const;
  const pixels = await pixelsOf(pngFile(layout, [0xc8ff, 0x6400, 0x3210, 0x80aa]));
  assert.deepEqual(pixels, [0xc8, 0x64, 0x32, 0x80]);
});

test('a grey PNG with alpha keeps both', async () => {
  const layout = { width: 2, height: 1, depth: 8, colourType: COLOUR_TYPE.greyAlpha } as const;
  const pixels = await pixelsOf(pngFile(layout, [10, 20, 30, 0]));
  assert.deepEqual(pixels, [10, 10, 10, 20, 30, 30, 30, 0]);
});

test('a palette PNG takes colours from its palette and alpha from tRNS', async () => {
  const chunks = [
    chunk('PLTE', Uint8Array.of(1, 2, 3, 40, 50, 60, 7, 8, 9)),
    chunk('tRNS', Uint8Array.of(255, 99)),
  ];
  const layout = {
    width: 4,
    height: 1,
    depth: 2,
    colourType: COLOUR_TYPE.palette,
    chunks,
  } as const;
  assert.deepEqual(
    await pixelsOf(pngFile(layout, [2, 1, 0, 1])),
    [7, 8, 9, 255, 40, 50, 60, 99, 1, 2, 3, 255, 40, 50, 60, 99],
  );
});

test('tRNS makes one grey value of a grey PNG transparent', async () => {
  const chunks = [chunk('tRNS', Uint8Array.of(0, 30))];
  const layout = { width: 2, height: 1, depth: 8, colourType: COLOUR_TYPE.grey, chunks } as const;
  assert.deepEqual(await pixelsOf(pngFile(layout, [30, 31])), [30, 30, 30, 0, 31, 31, 31, 255]);
});

test('an interlaced PNG gives the same pixels as one that is not', async () => {
  const samples = Array.from({ length: 11 * 9 }, (_, i) => (i * 37) % 256);
  const layout = { width: 11, height: 9, depth: 8, colourType: COLOUR_TYPE.grey } as const;
  const interlaced = await pixelsOf(pngFile({ ...layout, interlaced: true }, samples));
  assert.deepEqual(interlaced, grey(...samples));
});

test('an animated PNG is read as the picture it shows without animation', async () => {
  const chunks = [chunk('acTL', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0))];
  const layout = { width: 1, height: 1, depth: 8, colourType: COLOUR_TYPE.grey, chunks } as const;
  assert.deepEqual(await pixelsOf(pngFile(layout, [77])), grey(77));
});

const HUGE = { width: 10_000, height: 10_000, depth: 1, colourType: COLOUR_TYPE.grey } as const;
const SMALL = { width: 9, height: 9, depth: 8, colourType: COLOUR_TYPE.grey } as const;

for (const [what, fault, file] of [
  ['text', 'not-a-picture', Buffer.from('a digit, I promise')],
  ['nothing', 'not-a-picture', new Uint8Array()],
  ['a PNG cut short', 'not-a-picture', pngFile(SMALL, []).subarray(0, 50)],
  ['a PNG with too few pixels', 'not-a-picture', pngAround(SMALL, new Uint8Array(20))],
  ['a PNG without width', 'not-a-picture', pngFile({ ...SMALL, width: 0 }, [])],
  ['a GIF', 'unsupported-type', Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1')],
  ['a PNG of 100 megapixels', 'too-large', pngAround(HUGE, new Uint8Array(1251 * 10_000))],
] as const) {
  test(`${what} is refused as ${fault}`, async () => {
    await assert.rejects(decode(file), (error) => isFault(error, fault));
  });
}

function isFault(error: unknown, fault: PictureFault): boolean {
  assert.ok(error instanceof PictureError);
  assert.equal(error.fault, fault);
  return true;
}
