import { crc32, deflateSync } from 'node:zlib';

/** Grey, RGB, palette, grey + alpha, RGBA: PNG specification, table 11.1. */
export const COLOUR_TYPE = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgba: 6 } as const;

const SAMPLES_PER_PIXEL = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** First column and row, and steps, of Adam7's passes: PNG specification, section 8.2. */
const ADAM7 = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const;

const WHOLE_PICTURE = [{ x: 0, y: 0, dx: 1, dy: 1 }] as const;

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

export interface PngLayout {
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly depth: 1 | 2 | 4 | 8 | 16;
  readonly colourType: (typeof COLOUR_TYPE)[keyof typeof COLOUR_TYPE];
  readonly interlaced?: boolean;
  /** Chunks between header and pixels, such as PLTE and tRNS. */
  readonly chunks?: readonly Uint8Array[];
}

/**
 * A PNG file of any layout that the format knows.
 *
 * @param samples row by row, 0 to 2^depth - 1
 */
export function pngFile(layout: PngLayout, samples: ArrayLike<number>): Uint8Array {
  const passes = layout.interlaced ? ADAM7 : WHOLE_PICTURE;
  return pngAround(
    layout,
    Buffer.concat(passes.flatMap((pass) => scanlines(layout, samples, pass))),
  );
}

/** A PNG file whose header says one thing and whose scanlines, filter bytes included, are any bytes. */
export function pngAround(layout: PngLayout, scanlines: Uint8Array): Uint8Array {
  return Buffer.concat([
    SIGNATURE,
    header(layout),
    ...(layout.chunks ?? []),
    chunk('IDAT', deflateSync(scanlines)),
    chunk('IEND', new Uint8Array()),
  ]);
}

export function chunk(type: string, data: Uint8Array): Uint8Array {
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), checked, uint32(crc32(checked))]);
}

function header({ width, height, depth, colourType, interlaced }: PngLayout): Uint8Array {
  const rest = Uint8Array.of(depth, colourType, 0, 0, interlaced ? 1 : 0);
  return chunk('IHDR', Buffer.concat([uint32(width), uint32(height), rest]));
}

function scanlines(
  { width, height, depth, colourType }: PngLayout,
  samples: ArrayLike<number>,
  { x, y, dx, dy }: (typeof ADAM7)[number] | (typeof WHOLE_PICTURE)[number],
): Uint8Array[] {
  const perPixel = SAMPLES_PER_PIXEL[colourType];
  const lines: Uint8Array[] = [];
  for (let row = y; row < height && x < width; row += dy) {
    const line: number[] = [];
    for (let column = x; column < width; column += dx) {
      const first = (row * width + column) * perPixel;
      for (let i = first; i < first + perPixel; i++) line.push(samples[i] ?? 0);
    }
    lines.push(Uint8Array.of(0, ...packed(line, depth)));
  }
  return lines;
}

/** Samples as bytes: big-endian, and the leftmost in the high bits. */
function packed(samples: readonly number[], depth: number): number[] {
  if (depth === 16) return samples.flatMap((sample) => [sample >> 8, sample & 255]);
  const perByte = 8 / depth;
  const bytes = new Array<number>(Math.ceil(samples.length / perByte)).fill(0);
  samples.forEach((sample, i) => {
    const byte = Math.floor(i / perByte);
    bytes[byte] = (bytes[byte] ?? 0) | (sample << (8 - depth * ((i % perByte) + 1)));
  });
  return bytes;
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
