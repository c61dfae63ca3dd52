import { digestGolden } from '../../core/index.ts';
import { openModel } from '../reader.ts';
import { readRelease } from '../sidecar.ts';

/** This machine does not answer with the bits that the model was released with. */
export class InexactError extends Error {
  override readonly name = 'InexactError';

  constructor(model: string) {
    super(
      `${model} does not give the released bits on this machine: its answers to the golden pictures ` +
        'differ from those in digits.json. "npm run verify" shows more. ' +
        'Start with --allow-inexact to serve its answers all the same.',
    );
  }
}

/** Reads the golden pictures, about a second's work, and compares with what the model was released with. */
export async function givesReleasedBits(model: string): Promise<boolean> {
  const { digests } = await readRelease(model);
  const { logits, answers } = await digestGolden(await openModel(model));
  return logits === digests.golden.logits && answers === digests.golden.answers;
}
