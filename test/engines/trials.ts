import { dirname, join } from 'node:path';
import {
  CLASSIFIER_MODEL,
  FULL_MODEL,
  goldenPictures,
  SEEN_SIDE,
  type Picture,
} from '../../core/index.ts';
import { openModel } from '../../runtime-node/reader.ts';
import { mnistTestPictures } from '../../training/release/digests.ts';
import { pictureTensor, type ByteTensor } from './tensors.ts';
import { trialOf, type Trial } from './trial.ts';

/** MNIST's test pictures for the full model, besides the golden ones: few enough for numpy. */
const MNIST_COUNT = 300;

/** Prepared pictures for the classifier, of which the first are given one by one as well. */
const PREPARED_COUNT = 3000;
const BATCH = 1000;
const SINGLES = 500;

/** What every engine is tried with. */
export interface Trials {
  readonly full: Trial;
  readonly classifier: Trial;
  /** Pictures in each. */
  readonly pictures: { readonly full: number; readonly classifier: number };
}

/**
 * @param model path of the full model; the classifier stands beside it
 * @param folder where the inputs are to be written
 */
export async function trialsFor(model: string, folder: string): Promise<Trials> {
  const digits = (await mnistTestPictures()).slice(0, PREPARED_COUNT);
  const pictures = [...goldenPictures(), ...digits.slice(0, MNIST_COUNT)];
  const prepared = await prepare(model, digits);
  const classifier = join(dirname(model), CLASSIFIER_MODEL.file);
  return {
    full: await trialOf(
      { model, input: FULL_MODEL.input, outputs: Object.values(FULL_MODEL.outputs) },
      pictures.map(pictureTensor),
      join(folder, 'pictures'),
    ),
    classifier: await trialOf(
      {
        model: classifier,
        input: CLASSIFIER_MODEL.input,
        outputs: Object.values(CLASSIFIER_MODEL.outputs),
      },
      [...batches(prepared.slice(0, SINGLES), 1), ...batches(prepared, BATCH)],
      join(folder, 'prepared'),
    ),
    pictures: { full: pictures.length, classifier: prepared.length },
  };
}

/** What the classifier is given of each picture. */
async function prepare(model: string, pictures: readonly Picture[]): Promise<Uint8Array[]> {
  const read = await openModel(model);
  const prepared: Uint8Array[] = [];
  for (const picture of pictures) prepared.push((await read(picture)).seen);
  return prepared;
}

function* batches(prepared: readonly Uint8Array[], size: number): Generator<ByteTensor> {
  for (let start = 0; start < prepared.length; start += size) {
    const part = prepared.slice(start, start + size);
    yield { dims: [part.length, SEEN_SIDE, SEEN_SIDE], data: Buffer.concat(part) };
  }
}
