import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { releaseDigestsIn, SIDECAR_FILE, type ReleaseDigests } from '../core/index.ts';
import { MODELS_DIR } from './paths.ts';

/**
 * The digests that a model was released with: of the sidecar beside it or, for a model that stands alone,
 * of the one in `models/`. Rejects where there is none or it holds none.
 */
export async function readReleaseDigests(model: string): Promise<ReleaseDigests> {
  const beside = join(dirname(model), SIDECAR_FILE);
  const sidecar = existsSync(beside) ? beside : join(MODELS_DIR, SIDECAR_FILE);
  return releaseDigestsIn(JSON.parse(await readFile(sidecar, 'utf8')));
}
