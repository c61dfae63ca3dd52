import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FULL_MODEL } from '../../../core/index.ts';
import { CommandError } from '../../../runtime-node/cli/command-error.ts';
import { METRICS_FILE } from '../../report/metrics.ts';

/** A full model of a release, and the metrics that training wrote of it. */
export interface ReleasedModel {
  readonly file: string;
  readonly metrics: string;
}

/** The one that runtimes read comes first. */
export const RELEASED_MODELS: readonly ReleasedModel[] = [
  { file: FULL_MODEL.file, metrics: METRICS_FILE },
  { file: 'digits-mlp.onnx', metrics: 'metrics-mlp.json' },
];

/** @throws CommandError where there are none */
export function releasedModelsIn(folder: string): ReleasedModel[] {
  const there = RELEASED_MODELS.filter(({ file, metrics }) =>
    [file, metrics].every((name) => existsSync(join(folder, name))),
  );
  if (there.length > 0) return there;
  throw new CommandError(
    `${folder} holds no ${FULL_MODEL.file} with its ${METRICS_FILE}. "npm run train" writes them.`,
  );
}
