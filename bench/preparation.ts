import { percent } from '../runtime-node/cli/terminal/percent.ts';
import { openBackend } from '../training/backend/index.ts';
import { loadMnist, sliceDigits } from '../training/data/mnist.ts';
import { loadPreparedMnist, type PreparedMnist } from '../training/data/prepared-mnist.ts';
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
  const rawTest = await loadMnist('test');
  const raw = { train: await loadMnist('train'), test: rawTest, rawTest };
  const kinds: [string, PreparedMnist][] = [
    ['raw', raw],
    ['prepared', await loadPreparedMnist(signal)],
  ];
  const options = parseTrainOptions(['--network', 'mlp']);
  for (const [name, mnist] of kinds) {
    const progress = trainingProgress(options.epochs);
    const source = deformedRounds(sliceDigits(mnist.train, 0, options.pictures));
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
