import {
  digestAnswers,
  digestGolden,
  type Picture,
  type Reader,
  type ReleaseDigests,
} from '../../core/index.ts';
import { loadMnist } from '../data/mnist.ts';
import { mnistPictures } from '../evaluation/mnist-pictures.ts';

/** Reads what every runtime's proof reads. `onRead` is called after each picture. */
export async function releaseDigests(read: Reader, onRead: () => void): Promise<ReleaseDigests> {
  return {
    golden: await digestGolden(read, onRead),
    mnistTest: await digestAnswers(read, await mnistTestPictures(), onRead),
  };
}

/** MNIST's 10,000 test pictures, 28x28 grey, ink bright on black. */
export async function mnistTestPictures(): Promise<readonly Picture[]> {
  const labelled = mnistPictures(await loadMnist('test'));
  return Array.from(labelled, ({ picture }) => picture);
}
