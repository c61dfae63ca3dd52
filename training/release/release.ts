import { join } from 'node:path';
import { CLASSIFIER_MODEL, FULL_MODEL, openReader, SIDECAR_FILE } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import { writeWhole } from '../files.ts';
import { checkModel } from '../onnx/check.ts';
import { METRICS_FILE, metricsText, type Metrics } from '../report/metrics.ts';
import { confusionSvg } from '../report/svg/confusion-svg.ts';
import { conformanceKit } from './conformance/index.ts';
import { releaseDigests } from './digests.ts';
import type { Classifier } from './classifier.ts';
import { modelMetadata } from './metadata.ts';
import { classifierModel, fullModel } from './models.ts';
import { sha256Sums, sidecar, SUMS_FILE, type Files } from './sidecar.ts';

export const CONFUSION_FILE = 'confusion.svg';

/**
 * Writes a release: both models, their sidecar, the conformance kit, metrics, confusion matrix and sums.
 * Everything is made before the first file is written, and each file is written whole.
 *
 * @param signal stops it before anything is written
 * @returns the names of the files, in the folder `out`
 */
export async function writeRelease(
  out: string,
  classifier: Classifier,
  metrics: Metrics,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const metadata = modelMetadata(metrics);
  const full = fullModel(classifier, metadata);
  const models = {
    [FULL_MODEL.file]: full,
    [CLASSIFIER_MODEL.file]: classifierModel(classifier, metadata),
  };
  for (const model of Object.values(models)) checkModel(model);
  const read = await openReader(ort, full, SESSION_OPTIONS);
  const digests = await releaseDigests(read, () => {
    signal.throwIfAborted();
  });
  const described: Files = {
    ...models,
    [SIDECAR_FILE]: sidecar(metadata, models, digests),
    ...(await conformanceKit(read, digests)),
    [METRICS_FILE]: metricsText(metrics),
    [CONFUSION_FILE]: confusionSvg(metrics.testConfusion, `${metrics.network}, MNIST test set`),
  };
  const files: Files = { ...described, [SUMS_FILE]: sha256Sums(described) };
  for (const [name, contents] of Object.entries(files)) writeWhole(join(out, name), contents);
  return Object.keys(files);
}
