import { join } from 'node:path';
import { openReader } from '../../core/index.ts';
import { ort } from '../../runtime-node/onnx.ts';
import { SESSION_OPTIONS } from '../../runtime-node/reader.ts';
import { writeWhole } from '../files.ts';
import { checkModel } from '../onnx/check.ts';
import type { NetworkName } from '../networks/index.ts';
import { metricsText, type Metrics } from '../report/metrics.ts';
import { confusionSvg } from '../report/svg/confusion-svg.ts';
import { conformanceKit } from './conformance/index.ts';
import { releaseDigests } from './digests.ts';
import type { Classifier } from './classifier.ts';
import { modelMetadata } from './metadata.ts';
import { classifierModel, fullModel } from './models.ts';
import { RELEASE_NAMES } from './names.ts';
import { sidecar, type Files } from './sidecar.ts';
import { sha256Sums, SUMS_FILE } from './sums.ts';

/** A network ready to be released. */
export interface Release {
  readonly network: NetworkName;
  readonly classifier: Classifier;
  readonly metrics: Metrics;
}

/**
 * Writes a release: both models, their sidecar, metrics, confusion matrix and sums, with the conformance
 * kit where it is the network that runtimes read. Another network's files in the folder stay, and in the
 * sums. Everything is made before the first file is written, and each file is written whole.
 *
 * @param signal stops it before anything is written
 * @returns the names of the files, in the folder `out`
 */
export async function writeRelease(
  out: string,
  { network, classifier, metrics }: Release,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const names = RELEASE_NAMES[network];
  const metadata = modelMetadata(names.model, metrics);
  const full = fullModel(classifier, metadata);
  const models = {
    [names.full]: full,
    [names.classifier]: classifierModel(classifier, metadata),
  };
  for (const model of Object.values(models)) checkModel(model);
  const read = await openReader(ort, full, SESSION_OPTIONS);
  const digests = await releaseDigests(read, () => {
    signal.throwIfAborted();
  });
  const described: Files = {
    ...models,
    [names.sidecar]: sidecar(names, metadata, models, digests),
    ...(network === 'cnn' && (await conformanceKit(read, digests))),
    [names.metrics]: metricsText(metrics),
    [names.confusion]: confusionSvg(metrics.testConfusion, `${names.full}, MNIST test set`),
  };
  const files: Files = { ...described, [SUMS_FILE]: sha256Sums(out, described) };
  for (const [name, contents] of Object.entries(files)) writeWhole(join(out, name), contents);
  return Object.keys(files);
}
