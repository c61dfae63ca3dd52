import { Counter } from '../evaluation/counter.ts';
import { preparationModel } from '../release/models.ts';
import { loadMnist, sliceDigits, type Digits } from './mnist.ts';
import { prepareDigits } from './prepared.ts';

/** How many of MNIST's training pictures are for what. */
export interface SplitSizes {
  /** The first so many are trained on. */
  readonly pictures: number;
  /** The last so many are kept from training, to choose by. */
  readonly validation: number;
}

/** MNIST's pictures by what they are for. */
export interface MnistSplits {
  readonly training: Digits;
  readonly validation: Digits;
  readonly test: Digits;
  /** The test pictures as they are in MNIST's files, whatever the others went through. */
  readonly rawTest: Digits;
}

/** MNIST as it is in its files. */
export async function loadMnistSplits(sizes: SplitSizes): Promise<MnistSplits> {
  const all = await loadMnist('train');
  const test = await loadMnist('test');
  return {
    training: sliceDigits(all, 0, sizes.pictures),
    validation: sliceDigits(all, all.count - sizes.validation, all.count),
    test,
    rawTest: test,
  };
}

/** MNIST as the classifier sees it: every picture gone through the preparation graph. */
export async function loadPreparedMnist(
  sizes: SplitSizes,
  signal: AbortSignal,
): Promise<MnistSplits> {
  const preparation = preparationModel();
  const prepare = async (digits: Digits) => {
    const counter = new Counter(process.stderr, digits.count);
    const prepared = await prepareDigits(preparation, digits, {
      signal,
      onProgress: (count) => {
        counter.show(count);
      },
    });
    counter.clear();
    return prepared;
  };
  const raw = await loadMnistSplits(sizes);
  return {
    training: await prepare(raw.training),
    validation: await prepare(raw.validation),
    test: await prepare(raw.test),
    rawTest: raw.rawTest,
  };
}
