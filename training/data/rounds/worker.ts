import { workerData } from 'node:worker_threads';
import type { InferenceSession } from 'onnxruntime-node';
import type { Picture } from '../../../core/index.ts';
import { ort } from '../../../runtime-node/onnx.ts';
import { throughGate } from '../../../runtime-node/native-gate.ts';
import { SESSION_OPTIONS } from '../../../runtime-node/reader.ts';
import type { Gated } from '../../threads.ts';
import { DIGIT_BYTES, type Digits } from '../mnist.ts';
import { Examiner, NOT_A_DIGIT, planRound } from './example.ts';

/** What a thread is started with; the pixels are shared memory. */
export interface ThreadData {
  readonly digits: Digits;
  readonly preparation: Uint8Array;
}

/** Examples `start` to `end - 1` of a round. */
export interface Task {
  readonly round: number;
  readonly start: number;
  readonly end: number;
}

export interface Part {
  /** [(end - start) * 784], as in `seen`. */
  readonly pixels: Uint8Array;
  /** [end - start]. */
  readonly labels: Uint8Array;
}

const { digits, preparation, gate } = workerData as ThreadData & Gated;
const session = await throughGate(gate, () =>
  ort.InferenceSession.create(preparation, SESSION_OPTIONS),
);
const examiner = new Examiner(planRound(digits));

export default async function render({ round, start, end }: Task): Promise<Part> {
  const pixels = new Uint8Array((end - start) * DIGIT_BYTES);
  const labels = new Uint8Array(end - start);
  for (let index = start; index < end; index += 1) {
    const { picture, label } = examiner.draw(round, index);
    const { seen, found } = await throughGate(gate, () => prepared(session, picture));
    pixels.set(seen, (index - start) * DIGIT_BYTES);
    // Where nothing is found, nothing can be read.
    labels[index - start] = found ? label : NOT_A_DIGIT;
  }
  return { pixels, labels };
}

async function prepared(preparing: InferenceSession, picture: Picture) {
  const { pixels, width, height, channels } = picture;
  const image = new ort.Tensor('uint8', pixels, [height, width, channels]);
  const { seen, found } = await preparing.run({ image });
  if (!(seen?.data instanceof Uint8Array) || !(found?.data instanceof Uint8Array)) {
    throw new TypeError('The preparation gives no "seen" and "found".');
  }
  return { seen: seen.data, found: found.data[0] === 1 };
}
