import { percent } from '../runtime-node/cli/terminal/percent.ts';
import { openBackend } from '../training/backend/index.ts';
import {
  loadMnistSplits,
  loadPreparedMnist,
  type MnistSplits,
} from '../training/data/mnist-splits.ts';
import { deformedRounds } from '../training/fit/deformed-rounds.ts';
import { parseTrainOptions } from '../training/options.ts';
import { trainingProgress } from '../training/progress.ts';
import { stopSignal } from '../training/stop.ts';
import { train } from '../training/train.ts';

/**
 * What the preparation costs a network that is only shown MNIST: the dense network trained on the pictures
 * as they are and on prepared ones, with one seed. Takes as long as two trainings.
 */
export async function benchPreparation(): Promise<void> {
  const signal = stopSignal();
  const backend = await openBackend();
  const options = parseTrainOptions(['--network', 'mlp']);
  const kinds: [string, MnistSplits][] = [
    ['raw', await loadMnistSplits(options)],
    ['prepared', await loadPreparedMnist(options, signal)],
  ];
  for (const [name, mnist] of kinds) {
    const progress = trainingProgress(options.epochs);
    const source = deformedRounds(mnist.training, options.network.deformation);
    const { metrics } = await train(backend, mnist, source, {
      ...options,
      signal,
      onStep: progress.step,
    }).finally(progress.stop);
    const { floatAccuracy } = metrics.exact;
    const [float, whole] = [floatAccuracy.test, metrics.accuracy.test ?? NaN];
    console.log(
      `${name}: test accuracy ${percent(float, 2)} in floats, ${percent(whole, 2)} in whole numbers`,
    );
  }
}
