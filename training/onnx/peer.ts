/** Exported networks beside tfjs's own computation, for tests. */
import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { ort } from '../../runtime-node/onnx.ts';

/** Of the largest number in the output: sums taken in another order differ by this much in float32. */
export const TOLERANCE = 1e-5;

/** So that an example that leaks into its neighbour is seen. */
const BATCH = 3;

// The only backend that has every operation; wasm lacks some.
await tf.setBackend('cpu');

export { tf };

/** Gives every weight of a model a number of its own, the same ones on every run. */
export function randomize(model: tf.LayersModel, seed = 1): tf.LayersModel {
  const random = xoroshiro128plus(seed);
  const values = model.weights.map(({ name, shape }) => {
    // A variance is never negative.
    const low = name.includes('variance') ? 0.25 : -1;
    return randomTensor(random, shape.map(Number), low, 1);
  });
  model.setWeights(values);
  return model;
}

/** A batch of numbers from -2 to 2 for each input. */
export function randomInputs(model: tf.LayersModel, seed = 2): readonly tf.Tensor[] {
  const random = xoroshiro128plus(seed);
  return model.inputs.map(({ shape }) => {
    return randomTensor(random, [BATCH, ...shape.slice(1).map(Number)], -2, 2);
  });
}

function randomTensor(random: RandomGenerator, shape: number[], low: number, high: number) {
  const length = shape.reduce((product, size) => product * size, 1);
  const values = Array.from({ length }, () => low + (high - low) * uniformFloat64(random));
  return tf.tensor(values, shape);
}

/** Runs the ONNX model on random inputs and holds each output against tfjs's prediction. */
export async function assertSameAsTfjs(model: tf.LayersModel, onnx: Uint8Array): Promise<void> {
  const inputs = randomInputs(model);
  const session = await ort.InferenceSession.create(onnx);
  const feeds = inputs.map((input, index) => {
    const data = input.dataSync<'float32'>();
    const name = session.inputNames[index] ?? '';
    return [name, new ort.Tensor('float32', data, input.shape)] as const;
  });
  const outputs = await session.run(Object.fromEntries(feeds));
  const predictions = [model.predict([...inputs])].flat();
  assert.equal(session.outputNames.length, predictions.length);
  for (const [index, name] of session.outputNames.entries()) {
    const [output, prediction] = [outputs[name], predictions[index]];
    assert.ok(output && prediction);
    assert.deepEqual(output.dims, prediction.shape);
    assertClose(output.data, prediction.dataSync());
  }
}

/** Every number within TOLERANCE of the largest expected. */
function assertClose(actual: unknown, expected: Readonly<ArrayLike<number>>): void {
  assert.ok(actual instanceof Float32Array);
  const numbers = Array.from(expected);
  const largest = Math.max(...numbers.map(Math.abs));
  assert.ok(largest > 0, 'an output of zeros proves nothing');
  for (const [index, number] of numbers.entries()) {
    const got = actual[index] ?? NaN;
    const error = Math.abs(got - number) / largest;
    assert.ok(error <= TOLERANCE, `element ${index} is ${got}, not ${number}: ${error} off`);
  }
}
