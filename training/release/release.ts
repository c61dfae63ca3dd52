import { join } from 'node:path';
import { CLASSIFIER_MODEL, FULL_MODEL } from '../../core/index.ts';
import { writeWhole } from '../files.ts';
import type { SequentialModel } from '../onnx/layers-model.ts';
import { METRICS_FILE, metricsText, type Metrics } from '../report/metrics.ts';
import { confusionSvg } from '../report/svg/confusion-svg.ts';
import { modelMetadata } from './metadata.ts';
import { classifierModel, fullModel } from './models.ts';
import { sha256Sums, sidecar, SIDECAR_FILE, SUMS_FILE, type Files } from './sidecar.ts';

export const CONFUSION_FILE = 'confusion.svg';

/**
 * Writes a release: both models, their sidecar, metrics, confusion matrix and sums. Everything is made
 * before the first file is written, and each file is written whole.
 *
 * @returns the names of the files, in the folder `out`
 */
export function writeRelease(
  out: string,
  network: SequentialModel,
  metrics: Metrics,
): readonly string[] {
  const metadata = modelMetadata(metrics.network);
  const models: Files = {
    [FULL_MODEL.file]: fullModel(network, metadata),
    [CLASSIFIER_MODEL.file]: classifierModel(network, metadata),
  };
  const described: Files = {
    ...models,
    [SIDECAR_FILE]: sidecar(metadata, models),
    [METRICS_FILE]: metricsText(metrics),
    [CONFUSION_FILE]: confusionSvg(metrics.testConfusion, `${metrics.network}, MNIST test set`),
  };
  const files: Files = { ...described, [SUMS_FILE]: sha256Sums(described) };
  for (const [name, contents] of Object.entries(files)) writeWhole(join(out, name), contents);
  return Object.keys(files);
}
