import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { releaseIn, SIDECAR_FILE, type Release } from '../core/index.ts';
import { MODELS_DIR } from './paths.ts';

/**
 * What a model was released as: of the sidecar beside it or, for a model that stands alone,
 * of the one in `models/`. Rejects where there is none or it lacks
 * digests.
 */
export async function readRelease(model: string): Promise<Release> {
  const beside = join(dirname(model), SIDECAR_FILE);
  const sidecar = existsSync(beside) ? beside : join(MODELS_DIR, SIDECAR_FILE);
  return releaseIn(JSON.parse(await readFile(sidecar, 'utf8')));
}
