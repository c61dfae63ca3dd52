import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSIFIER_MODEL, FULL_MODEL } from '../../core/index.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { mnistTestPictures } from '../../training/release/digests.ts';
import type { Job } from './runtimes/runtime.ts';

/** All of them take minutes in every runtime; `npm run verify` reads them. */
const MNIST_COUNT = 1000;

const path = join(MODELS_DIR, FULL_MODEL.file);

/** The released models, all golden pictures, and the first of MNIST's test pictures. */
export const RELEASED_JOB: Job = {
  path,
  full: readFileSync(path),
  classifier: readFileSync(join(MODELS_DIR, CLASSIFIER_MODEL.file)),
  mnist: (await mnistTestPictures()).slice(0, MNIST_COUNT),
  onRead: () => undefined,
};
