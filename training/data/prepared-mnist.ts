import { Counter } from '../evaluation/counter.ts';
import { preparationModel } from '../release/models.ts';
import { loadMnist, type Digits } from './mnist.ts';
import { prepareDigits } from './prepared.ts';

export interface PreparedMnist {
  readonly train: Digits;
  readonly test: Digits;
  /** The test pictures as they were. */
  readonly rawTest: Digits;
}

/** MNIST as the classifier sees it: every picture gone through the preparation graph. */
export async function loadPreparedMnist(signal: AbortSignal): Promise<PreparedMnist> {
  const preparation = preparationModel();
  const prepareSplit = async (split: 'train' | 'test') => {
    const digits = await loadMnist(split);
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
  return {
    train: await prepareSplit('train'),
    test: await prepareSplit('test'),
    rawTest: await loadMnist('test'),
  };
}
