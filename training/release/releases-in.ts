import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FULL_MODEL } from '../../core/index.ts';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { RELEASE_NAMES, type ReleaseNames } from './names.ts';
import { METRICS_FILE } from '../report/metrics.ts';

/**
 * The networks of which a folder holds model and metrics; the one that runtimes read comes first.
 *
 * @throws CommandError where there are none
 */
export function releasesIn(folder: string): ReleaseNames[] {
  const there = [RELEASE_NAMES.cnn, RELEASE_NAMES.mlp].filter(({ full, metrics }) =>
    [full, metrics].every((name) => existsSync(join(folder, name))),
  );
  if (there.length > 0) return there;
  throw new CommandError(
    `${folder} holds no ${FULL_MODEL.file} with its ${METRICS_FILE}. "npm run train" writes them.`,
  );
}
