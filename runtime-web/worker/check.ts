import { digestGolden, GOLDEN_COUNT, releaseIn, type Reader } from '../../core/index.ts';
import sidecar from '../../models/digits.json?raw';
import type { OnRead } from './recogniser.ts';

/** After so many golden pictures, others that have come in between are read. */
const TURN = 16;

/** Whether a model's answers to the golden pictures are the released ones, to the last bit. */
export async function givesReleasedBits(read: Reader, onRead: OnRead): Promise<boolean> {
  const { golden } = releaseIn(JSON.parse(sidecar)).digests;
  const { logits, answers } = await digestGolden(takingTurns(read), (count) => {
    onRead(count, GOLDEN_COUNT);
  });
  return logits === golden.logits && answers === golden.answers;
}

function takingTurns(read: Reader): Reader {
  let count = 0;
  return async (picture) => {
    count += 1;
    if (count % TURN === 0) await new Promise((resolve) => setTimeout(resolve));
    return read(picture);
  };
}
