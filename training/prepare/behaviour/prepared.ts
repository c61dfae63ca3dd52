import assert from 'node:assert/strict';
import { SEEN_SIDE } from '../../../core/index.ts';
import { ort } from '../../../runtime-node/onnx.ts';
import { DIGIT_BYTES, loadMnist } from '../../data/mnist.ts';
import { preparationModel } from '../../release/models.ts';

const session = await ort.InferenceSession.create(preparationModel(), { intraOpNumThreads: 1 });
const { pixels } = await loadMnist('train');

interface Size {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** The first of MNIST's training pictures, one after the other. */
export function* digits(count: number): Generator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    yield pixels.subarray(index * DIGIT_BYTES, (index + 1) * DIGIT_BYTES);
  }
}

/** The level of a digit's pixel; 0 outside. */
export function levelAt(digit: Uint8Array, x: number, y: number): number {
  const isInside = x >= 0 && x < SEEN_SIDE && y >= 0 && y < SEEN_SIDE;
  return isInside ? (digit[y * SEEN_SIDE + x] ?? 0) : 0;
}

/** The smallest box around what is darker than half. */
export function extent(digit: Uint8Array) {
  const places = [...digit.keys()].filter((index) => (digit[index] ?? 0) > 127);
  const columns = places.map((place) => place % SEEN_SIDE);
  const rows = places.map((place) => Math.floor(place / SEEN_SIDE));
  const [x, y] = [Math.min(...columns), Math.min(...rows)];
  return { x, y, width: Math.max(...columns) + 1 - x, height: Math.max(...rows) + 1 - y };
}

/** What the preparation makes of a picture. */
export async function prepared(image: Uint8Array, { height, width, channels }: Size) {
  const outputs = await session.run({
    image: new ort.Tensor('uint8', image, [height, width, channels]),
  });
  const box = outputs['box']?.data;
  assert.ok(box instanceof Int32Array);
  return { seen: bytes(outputs['seen']?.data), found: bytes(outputs['found']?.data)[0], box };
}

function bytes(data: unknown): Uint8Array {
  assert.ok(data instanceof Uint8Array);
  return data;
}

/** Whether a box [left, top, width, height] is where it should be, each number give or take `tolerance`. */
export function isNear(box: Int32Array, wanted: readonly number[], tolerance: number): boolean {
  return wanted.every((side, index) => Math.abs((box[index] ?? NaN) - side) <= tolerance);
}

export function assertNear(box: Int32Array, wanted: readonly number[], tolerance: number): void {
  assert.ok(isNear(box, wanted, tolerance), `${String(box)} for ${String(wanted)}`);
}

export function distances(a: Uint8Array, b: Uint8Array): number[] {
  return Array.from(a, (level, index) => Math.abs(level - (b[index] ?? NaN)));
}

/** In levels; all black differs from a digit by 33, a digit one pixel off by 20. */
export function meanDistance(a: Uint8Array, b: Uint8Array): number {
  return distances(a, b).reduce((sum, distance) => sum + distance, 0) / a.length;
}

/** A picture whose pixel at (x, y) of channel c is `level(x, y, c)`. */
export function draw(
  { height, width, channels }: Size,
  level: (x: number, y: number, channel: number) => number,
): Uint8Array {
  return Uint8Array.from({ length: height * width * channels }, (_, index) => {
    const pixel = Math.floor(index / channels);
    return level(pixel % width, Math.floor(pixel / width), index % channels);
  });
}
