import { join } from 'node:path';
import { readEngineStudy, type EngineStudy } from '../../report/engines.ts';
import { readEvidence, type ModelEvidence } from '../../report/evidence.ts';
import { readMetrics, type Metrics } from '../../report/metrics.ts';
import { readSeedStudy, type SeedStudy } from '../../report/seed-study.ts';
import type { ReleaseNames } from '../names.ts';
import { releasesIn } from '../releases-in.ts';

/** What is known of one network; what has not been measured of it is undefined. */
export interface CardNetwork {
  readonly names: ReleaseNames;
  readonly metrics: Metrics;
  readonly seeds: SeedStudy | undefined;
  readonly evidence: ModelEvidence | undefined;
}

/** What a model card is written from. */
export interface CardSources {
  /** The one that runtimes read comes first. */
  readonly networks: readonly CardNetwork[];
  readonly engines: EngineStudy | undefined;
}

export async function readCardSources(folder: string): Promise<CardSources> {
  const { models } = await readEvidence(folder);
  const networks = releasesIn(folder).map(async (names) => ({
    names,
    metrics: await readMetrics(join(folder, names.metrics)),
    seeds: await readSeedStudy(join(folder, names.seeds)),
    evidence: models.find(({ file }) => file === names.full),
  }));
  return { networks: await Promise.all(networks), engines: await readEngineStudy(folder) };
}
