import { execFileSync } from 'node:child_process';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import type { Metrics } from '../report/metrics.ts';
import { MODEL_VERSION } from './version.ts';

/** What a model file says of itself, in ONNX's metadata_props. */
export function modelMetadata(
  name: string,
  { network, pictures, exact }: Metrics,
): Readonly<Record<string, string>> {
  const unit = exact.logitScale / exact.temperature;
  return {
    name,
    version: MODEL_VERSION,
    license: 'Apache-2.0',
    labels: '0,1,2,3,4,5,6,7,8,9',
    image:
      'uint8 [height, width, channels]: 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA; alpha not premultiplied',
    network,
    training_data: `MNIST, the first ${pictures.training} of its training pictures`,
    commit: commit(),
    probabilities: `softmax(${unit} * logits), in whole numbers from a table, in units of 2^-16`,
    sure_from: `${exact.sureFrom}`,
  };
}

/** The commit that the training code stands at, so that a model can be traced to it. */
function commit(): string {
  try {
    const options = { cwd: PROJECT_ROOT, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=40'], options).trim();
  } catch {
    // Without git, or outside a clone, there is no commit to name.
    return 'unknown';
  }
}
