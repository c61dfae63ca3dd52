import { relative } from 'node:path';
import type { io } from '@tensorflow/tfjs';
import { percent } from '../../runtime-node/cli/terminal/percent.ts';
import { activationRanges } from '../exact/calibrate.ts';
import { readLayersModel } from '../onnx/layers-model.ts';
import { simplified } from '../onnx/simplify.ts';
import { framedLevels } from './batch.ts';
import type { Example } from './example.ts';
import { measureFloat, measureWhole, type SegmentationScore } from './measure.ts';
import { saveSegmentation, wholeSegmentation } from './saved.ts';

/** Examples that show how far activations reach. */
const CALIBRATION = 300;

/**
 * Rounds a trained network to whole numbers, measures both, and saves the network.
 *
 * @param examples that no training saw
 * @returns the figures and the files' names, in a few lines
 */
export async function roundAndSave(
  artifacts: io.ModelArtifacts,
  examples: readonly Example[],
): Promise<string> {
  const float = simplified(readLayersModel(artifacts));
  const calibration = framedLevels(examples.slice(0, CALIBRATION));
  const ranges = Object.fromEntries(await activationRanges(float, calibration));
  const whole = wholeSegmentation(float, ranges);
  const shares = [...whole.reaches.values()].map(({ share }) => share);
  const score = await measureWhole(whole, examples);
  const floatScore = await measureFloat(float, examples);
  const files = saveSegmentation(artifacts, { ranges, score, pictures: examples.length });
  return [
    `In floats:        ${scoreText(floatScore)}`,
    `In whole numbers: ${scoreText(score)}`,
    `${percent(Math.max(...shares), 2)} of the exact range used`,
    `Written: ${files.map((file) => relative('.', file)).join(', ')}`,
    '',
  ].join('\n');
}

function scoreText({ recall, precision, blank }: SegmentationScore): string {
  const [found, right, empty] = [recall, precision, blank].map((of) => percent(of, 2));
  return `recall ${found}, precision ${right}, blank pictures left empty ${empty}`;
}
