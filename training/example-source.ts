import { loadMnist, sliceDigits } from './data/mnist.ts';
import type { PreparedMnist } from './data/prepared-mnist.ts';
import { openRounds } from './data/rounds.ts';
import { Counter } from './evaluation/counter.ts';
import { deformedRounds } from './fit/deformed-rounds.ts';
import type { ExampleSource } from './fit/fit.ts';
import type { TrainOptions } from './options.ts';
import { preparationModel } from './release/models.ts';

/**
 * Rounds that are rendered; later epochs see them again, in another order. Rendering a round takes three
 * times as long as training on it.
 */
const RENDERED_ROUNDS = 10;

/** Examples until they are no longer needed. */
export interface OpenSource extends ExampleSource {
  readonly close: () => Promise<void>;
}

/**
 * What a network is trained on. The convolutional one sees all that the world does to digits; for the small
 * dense one that is too much to learn: it sees MNIST's own, deformed a little.
 */
export async function openSource(
  { network, pictures, epochs }: TrainOptions,
  mnist: PreparedMnist,
  signal: AbortSignal,
): Promise<OpenSource> {
  if (network.name === 'cnn') return renderedRounds(pictures, epochs, signal);
  const source = deformedRounds(sliceDigits(mnist.train, 0, pictures));
  return { ...source, close: () => Promise.resolve() };
}

async function renderedRounds(
  pictures: number,
  epochs: number,
  signal: AbortSignal,
): Promise<OpenSource> {
  const rounds = Math.min(epochs, RENDERED_ROUNDS);
  let awaited: number | undefined;
  let counter: Counter | undefined;
  const source = openRounds({
    ...{ rounds, signal, preparation: preparationModel() },
    digits: sliceDigits(await loadMnist('train'), 0, pictures),
    onProgress: (round, done, count) => {
      if (round !== awaited) return;
      counter ??= new Counter(process.stderr, count, `Rendering round ${round + 1}: `);
      counter.show(done);
    },
  });
  return {
    round: async (index) => {
      awaited = index % rounds;
      const examples = await source.round(awaited);
      counter?.clear();
      [awaited, counter] = [undefined, undefined];
      return examples;
    },
    close: () => source.close(),
  };
}
