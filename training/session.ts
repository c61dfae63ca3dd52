import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openBackend, type Backend } from './backend/index.ts';
import { loadPreparedMnist, type MnistSplits } from './data/mnist-splits.ts';
import { openSource, type OpenSource } from './example-source.ts';
import { Checkpoint, CHECKPOINTS } from './fit/checkpoint.ts';
import type { FitState } from './fit/fit.ts';
import type { TrainOptions } from './options.ts';
import { trainingProgress } from './progress.ts';
import { sayingHowToGoOn } from './stop.ts';
import { train, type Trained } from './train.ts';

/** Trainings with the same options, but for the seed. */
export class TrainingSession {
  readonly #options: TrainOptions;
  readonly #signal: AbortSignal;
  readonly #backend: Backend;
  readonly #mnist: MnistSplits;
  readonly #source: OpenSource;

  private constructor(
    options: TrainOptions,
    signal: AbortSignal,
    parts: readonly [Backend, MnistSplits, OpenSource],
  ) {
    this.#options = options;
    this.#signal = signal;
    [this.#backend, this.#mnist, this.#source] = parts;
  }

  static async open(options: TrainOptions, signal: AbortSignal): Promise<TrainingSession> {
    const backend = await openBackend(options.backend);
    const mnist = await loadPreparedMnist(options, signal);
    const source = await openSource(options, mnist.training, signal);
    return new TrainingSession(options, signal, [backend, mnist, source]);
  }

  close(): Promise<void> {
    return this.#source.close();
  }

  /**
   * Trains once, showing how it goes and keeping how far it is.
   *
   * @throws StoppedError saying how to go on
   */
  async train(seed: number): Promise<Trained> {
    const { epochs } = this.#options;
    const progress = trainingProgress(epochs);
    const checkpoint = this.#checkpointOf(seed);
    try {
      return await train(this.#backend, this.#mnist, this.#source, {
        ...{ ...this.#options, seed, checkpoint },
        ...{ signal: this.#signal, onStep: progress.step },
      });
    } catch (error) {
      throw sayingHowToGoOn(error, checkpoint.saved);
    } finally {
      progress.stop();
    }
  }

  #checkpointOf(seed: number): Checkpoint<FitState> {
    const { network, epochs, batch, pictures, validation } = this.#options;
    const data = createHash('sha256')
      .update(this.#mnist.training.pixels)
      .update(this.#mnist.validation.pixels)
      .digest('hex');
    return new Checkpoint<FitState>(join(CHECKPOINTS, `${network.name}-${seed}.bin`), {
      ...{ network: network.title, epochs, seed, batch, pictures, validation },
      ...{ learningRate: network.learningRate, weightDecay: network.weightDecay },
      ...network.deformation,
      ...{ ...this.#source.settings, data },
      ...{ backend: this.#backend.name, ...this.#backend.versions },
    });
  }
}
