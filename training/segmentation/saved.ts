import { join } from 'node:path';
import type { io } from '@tensorflow/tfjs';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { toWholeNetwork, type WholeNetwork } from '../exact/lower.ts';
import { writeWhole } from '../files.ts';
import { readLayersModel } from '../onnx/layers-model.ts';
import { readModelFile } from '../onnx/model-file.ts';
import type { Network } from '../onnx/network.ts';
import { simplified } from '../onnx/simplify.ts';
import type { SegmentationScore } from './measure.ts';

/** A LayersModel as tfjs saves it, with `Measured` under `userDefinedMetadata`. */
const FOLDER = join(PROJECT_ROOT, 'training', 'segmentation', 'model');
const MODEL = 'model.json';
const WEIGHTS = 'weights.bin';

/** Of a weight, with its sign. */
const BITS = 8;

/** The largest magnitude worth keeping apart, by layer. */
export type Ranges = Readonly<Record<string, number>>;

/** What was measured once the network was trained. */
export interface Measured {
  readonly ranges: Ranges;
  /** Of the network in whole numbers. */
  readonly score: SegmentationScore;
  /** Pictures that the score is of. */
  readonly pictures: number;
}

/** The trained segmentation in whole numbers, as the preparation writes it. */
export function savedSegmentation(folder = FOLDER): WholeNetwork {
  const artifacts = readModelFile(join(folder, MODEL));
  return wholeSegmentation(simplified(readLayersModel(artifacts)), measuredOf(artifacts).ranges);
}

/** What was measured of it. */
export function savedMeasured(folder = FOLDER): Measured {
  return measuredOf(readModelFile(join(folder, MODEL)));
}

/** @param network simplified */
export function wholeSegmentation(network: Network, ranges: Ranges): WholeNetwork {
  return toWholeNetwork(network, {
    bits: BITS,
    ranges: new Map(Object.entries(ranges)),
    inputScale: 1 / 255,
  });
}

/** @returns the files written */
export function saveSegmentation(
  artifacts: io.ModelArtifacts,
  measured: Measured,
  folder = FOLDER,
): readonly string[] {
  const { modelTopology, weightSpecs = [], weightData = [] } = artifacts;
  const parts = Array.isArray(weightData) ? weightData : [weightData];
  const model = {
    format: 'layers-model',
    modelTopology,
    weightsManifest: [{ paths: [WEIGHTS], weights: weightSpecs }],
    userDefinedMetadata: measured,
  };
  writeWhole(join(folder, WEIGHTS), Buffer.concat(parts.map((part) => Buffer.from(part))));
  writeWhole(join(folder, MODEL), `${JSON.stringify(model, null, 2)}\n`);
  return [MODEL, WEIGHTS].map((file) => join(folder, file));
}

function measuredOf({ userDefinedMetadata }: io.ModelArtifacts): Measured {
  if (isMeasured(userDefinedMetadata)) return userDefinedMetadata;
  throw new TypeError(`The segmentation's ${MODEL} does not say how far its activations reach.`);
}

function isMeasured(value: unknown): value is Measured {
  return (
    isRecord(value) &&
    isRecord(value['ranges']) &&
    Object.values(value['ranges']).every((range) => typeof range === 'number') &&
    isRecord(value['score']) &&
    typeof value['pictures'] === 'number'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
