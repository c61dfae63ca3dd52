import { CLASSIFIER_MODEL, FULL_MODEL, SIDECAR_FILE } from '../../core/index.ts';
import type { NetworkName } from '../networks/index.ts';
import { METRICS_FILE } from '../report/metrics.ts';
import { SEEDS_FILE } from '../report/seed-study.ts';

/** The files of one network in a release's folder. */
export interface ReleaseNames {
  /** Of the model, in its metadata. */
  readonly model: string;
  readonly full: string;
  readonly classifier: string;
  readonly sidecar: string;
  readonly metrics: string;
  readonly confusion: string;
  /** Written by `npm run train:seeds`, and not described by the release. */
  readonly seeds: string;
}

/** The convolutional network is the one that runtimes read, and so has the names of the contract. */
export const RELEASE_NAMES: Readonly<Record<NetworkName, ReleaseNames>> = {
  cnn: {
    model: 'ditto-digits',
    full: FULL_MODEL.file,
    classifier: CLASSIFIER_MODEL.file,
    sidecar: SIDECAR_FILE,
    metrics: METRICS_FILE,
    confusion: 'confusion.svg',
    seeds: SEEDS_FILE,
  },
  mlp: {
    model: 'ditto-digits-mlp',
    full: 'digits-mlp.onnx',
    classifier: 'digits-mlp-classifier.onnx',
    sidecar: 'digits-mlp.json',
    metrics: 'metrics-mlp.json',
    confusion: 'confusion-mlp.svg',
    seeds: 'seeds-mlp.json',
  },
};
