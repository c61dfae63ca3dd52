import { concatBytes } from '@noble/hashes/utils.js';
import { loadMnist, sliceDigits, type Digits } from './data/mnist.ts';
import { openRounds, type Examples } from './data/rounds.ts';
import { GENERATOR_VERSION } from './data/rounds/example.ts';
import { Counter } from './evaluation/counter.ts';
import { deformedRounds } from './fit/deformed-rounds.ts';
import type { CheckpointSettings } from './fit/checkpoint.ts';
import type { ExampleSource } from './fit/fit.ts';
import type { TrainOptions } from './options.ts';
import { preparationModel } from './release/models.ts';

/**
 * Rounds that are rendered; later epochs see them again, in another order. Rendering a round takes about twice as
 * long as training on it.
 */
const RENDERED_ROUNDS = 12;

/** Examples until they are no longer needed. */
export interface OpenSource extends ExampleSource {
  /** What they depend on besides MNIST, its preparation and the network's recipe. */
  readonly settings: CheckpointSettings;
  readonly close: () => Promise<void>;
}

/** Each of MNIST's own digits is in one of so many rounds. */
const TURNS = 2;

/**
 * What a network is trained on. The convolutional one sees all that the world does to digits, and beside it
 * half of MNIST's own, deformed as its recipe says; for the small dense one the world is too much to learn: it
 * sees MNIST's own alone.
 *
 * @param own MNIST's pictures to train on, prepared
 */
export async function openSource(
  { network, pictures, epochs }: TrainOptions,
  own: Digits,
  signal: AbortSignal,
): Promise<OpenSource> {
  const { name, deformation } = network;
  if (name === 'mlp')
    return { ...deformedRounds(own, deformation), settings: {}, close: () => Promise.resolve() };
  const rendered = await renderedRounds(pictures, epochs, signal);
  const beside = deformedRounds(own, deformation, TURNS);
  return {
    ...rendered,
    round: async (index) => joined(await rendered.round(index), await beside.round(index)),
  };
}

function joined(a: Examples, b: Examples): Examples {
  return {
    count: a.count + b.count,
    pixels: concatBytes(a.pixels, b.pixels),
    labels: concatBytes(a.labels, b.labels),
  };
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
    settings: { generator: GENERATOR_VERSION, 'rendered rounds': rounds },
    close: () => source.close(),
  };
}
