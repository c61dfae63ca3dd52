import { writeFile } from 'node:fs/promises';
import { ort } from '../../runtime-node/onnx.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import { tensorsFile, type ByteTensor } from './tensors.ts';

/** One of the released files with what to give it and what it must answer. */
export interface Trial {
  /** Path of the model. */
  readonly model: string;
  readonly outputs: readonly string[];
  /** Path of the inputs. */
  readonly tensors: string;
  /** The outputs of each input in turn. */
  readonly expected: readonly Expected[];
}

/** One output for one input. */
interface Expected {
  readonly output: string;
  readonly values: Float32Array;
}

/**
 * Asks ONNX Runtime in Node for the answers. Rejects where it can't load the model.
 *
 * @param input its name
 * @param path where the inputs are to be written
 */
export async function trialOf(
  { model, input, outputs }: Pick<Trial, 'model' | 'outputs'> & { readonly input: string },
  inputs: readonly ByteTensor[],
  path: string,
): Promise<Trial> {
  const session = await ort.InferenceSession.create(model, SESSION_OPTIONS);
  const expected: Expected[] = [];
  for (const { dims, data } of inputs) {
    const results = await session.run({ [input]: new ort.Tensor('uint8', data, dims) });
    for (const output of outputs) {
      expected.push({ output, values: floatsOf(output, results[output]?.data) });
    }
  }
  await writeFile(path, tensorsFile(inputs));
  return { model, outputs, tensors: path, expected };
}

/** Every value of the contract's outputs is one that float32 holds. */
function floatsOf(name: string, data: unknown): Float32Array {
  if (data instanceof Float32Array) return data;
  if (data instanceof Int32Array || data instanceof Uint8Array) return Float32Array.from(data);
  throw new TypeError(`The output "${name}" is none of float32, int32 and uint8.`);
}

/**
 * What differs in an engine's answers, in words; empty where every bit is the same. (-0 counts as 0:
 * engines may differ in which of them a sum of zeros is.)
 *
 * @param answers float32, little-endian, in the order of `expected`
 */
export function differences({ expected, outputs }: Trial, answers: Uint8Array): string {
  const count = expected.reduce((sum, { values }) => sum + values.length, 0);
  if (answers.length !== 4 * count) return `${answers.length / 4} numbers instead of ${count}`;
  const view = new DataView(answers.buffer, answers.byteOffset, answers.byteLength);
  const differing = new Map(outputs.map((output) => [output, 0]));
  let place = 0;
  for (const { output, values } of expected) {
    const same = values.every((value, index) => view.getFloat32(place + 4 * index, true) === value);
    if (!same) differing.set(output, (differing.get(output) ?? 0) + 1);
    place += 4 * values.length;
  }
  const inputs = expected.length / outputs.length;
  const words = Array.from(differing)
    .filter(([, times]) => times > 0)
    .map(([output, times]) => `${output} ${times}`);
  return words.length === 0 ? '' : `${words.join(', ')} of ${inputs} inputs`;
}
