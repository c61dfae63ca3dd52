import { concatBytes } from '@noble/hashes/utils.js';
import { openClassifier } from '../../core/classifier.ts';
import { digestAnswers, digestLogits } from '../../core/digest.ts';
import { GOLDEN_COUNT, goldenPictures } from '../../core/golden/index.ts';
import type { Picture } from '../../core/picture/picture.ts';
import { openReader, type OnnxRuntime, type Reader } from '../../core/reader.ts';
import type { SetName, SetProof } from './proof.ts';

export interface Models {
  readonly full: Uint8Array;
  /** Left out, only the full model is tried. */
  readonly classifier?: Uint8Array | undefined;
}

export interface Reading extends Models {
  /** How many of the golden pictures, the first ones; all unless said otherwise. */
  readonly goldenCount?: number | undefined;
  /** MNIST's test pictures, 28x28 grey. */
  readonly mnist: readonly Picture[];
  /** Is told how many pictures of all have been read. */
  readonly onRead: (count: number, total: number) => void;
}

/** Lets an ONNX runtime read all sets, in Node or in a browser. */
export async function readSets<Tensor, Options>(
  runtime: OnnxRuntime<Tensor, Options>,
  { full, classifier, goldenCount = GOLDEN_COUNT, mnist, onRead }: Reading,
  options?: Options,
): Promise<SetProof[]> {
  const read = await openReader(runtime, full, options);
  const total = goldenCount + mnist.length;
  const golden = await timed('golden', () =>
    digestAnswers(read, goldenPictures(goldenCount), (count) => {
      onRead(count, total);
    }),
  );
  const seen: Uint8Array[] = [];
  const mnistTest = await timed('MNIST test', () =>
    digestAnswers(keepingSeen(read, seen), mnist, (count) => {
      onRead(goldenCount + count, total);
    }),
  );
  if (classifier === undefined) return [golden, mnistTest];
  const classify = await openClassifier(runtime, classifier, options);
  const alone = await timed('classifier', async () => ({
    pictures: seen.length,
    logits: digestLogits(await classify(concatBytes(...seen))),
  }));
  return [golden, mnistTest, alone];
}

async function timed<Digests>(set: SetName, read: () => Promise<Digests>) {
  const start = performance.now();
  const digests = await read();
  return { set, ...digests, milliseconds: performance.now() - start };
}

function keepingSeen(read: Reader, seen: Uint8Array[]): Reader {
  return async (picture) => {
    const answer = await read(picture);
    seen.push(answer.seen);
    return answer;
  };
}
