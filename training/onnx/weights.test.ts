import assert from 'node:assert/strict';
import test from 'node:test';
import type { io } from '@tensorflow/tfjs';
import { ExportError } from './error.ts';
import { tf } from './peer.ts';
import { decodeWeights } from './weights.ts';

/** Every float16 there is, but for the NaNs, which have no equal. */
const FLOAT16S = Uint16Array.from({ length: 2 ** 16 }, (_, bits) => bits).filter(
  (bits) => (bits & 0x7c00) !== 0x7c00 || (bits & 0x3ff) === 0,
);

const spec = (name: string, length: number, more: object = {}): io.WeightsManifestEntry => ({
  name,
  shape: [length],
  dtype: 'float32',
  ...more,
});

test('Weights stored in fewer bits become the numbers that tfjs makes of them', () => {
  const steps8 = Uint8Array.from({ length: 256 }, (_, step) => step);
  const steps16 = Uint16Array.from({ length: 999 }, (_, step) => step * 65);
  const floats = Float32Array.of(1.5, -0, 3.25e-30);
  const specs = [
    spec('bytes', 256, { quantization: { dtype: 'uint8', scale: 0.0123, min: -1.7 } }),
    spec('floats', 3),
    spec('words', 999, { quantization: { dtype: 'uint16', scale: 0.000321, min: -9 } }),
    spec('halves', FLOAT16S.length, { quantization: { dtype: 'float16' } }),
  ];
  const parts = [steps8, floats, steps16, FLOAT16S].map(
    (part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength).slice().buffer,
  );
  const ours = decodeWeights(specs, parts);
  const theirs = tf.io.decodeWeights(parts, specs);
  assert.equal(ours.size, 4);
  for (const { name } of specs) {
    assert.deepEqual(ours.get(name)?.data, theirs[name]?.dataSync(), name);
  }
});

test("An optimizer's state is no weight of a layer", () => {
  const specs = [spec('a', 1), spec('a', 1, { group: 'optimizer' })];
  const weights = decodeWeights(specs, Float32Array.of(1, 2).buffer);
  assert.deepEqual([...weights.values()], [{ data: Float32Array.of(1), shape: [1] }]);
});

test('Weights that are cut short, too long, doubled or no float32 are refused by name', () => {
  const four = Float32Array.of(1, 2, 3, 4).buffer;
  const refused = (specs: io.WeightsManifestEntry[], message: RegExp) => {
    assert.throws(() => decodeWeights(specs, four), { name: ExportError.name, message });
  };
  refused([spec('kernel', 5)], /"kernel" ends at 20/);
  refused([spec('kernel', 3)], /16 bytes, but the last weight ends at 12/);
  refused([spec('a', 2), spec('a', 2)], /Two weights are called "a"/);
  refused([spec('table', 4, { dtype: 'int32' })], /"table" is int32/);
  refused([spec('words', 4, { dtype: 'string' })], /"words" is string/);
  refused([spec('a', 16, { quantization: { dtype: 'uint8' } })], /"a" is quantized without/);
});
