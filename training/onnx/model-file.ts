import type { io } from '@tensorflow/tfjs';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { faultOf } from '../../runtime-node/cli/fault.ts';

/**
 * Reads a saved LayersModel: `model.json` and the weight files that it names, which lie beside it.
 *
 * @throws CommandError naming the file that is missing, unreadable or not what it should be
 */
export function readModelFile(path: string): io.ModelArtifacts {
  const model = parse(path);
  const manifest = model.weightsManifest;
  const files = manifest.flatMap(({ paths }) => paths);
  const parts = files.map((file) => read(join(dirname(path), file)));
  return {
    modelTopology: model.modelTopology,
    weightSpecs: manifest.flatMap(({ weights }) => weights),
    weightData: parts.map((bytes) => new Uint8Array(bytes).buffer),
    ...(model.userDefinedMetadata && { userDefinedMetadata: model.userDefinedMetadata }),
  };
}

type LayersModelJson = Pick<
  io.ModelJSON,
  'modelTopology' | 'weightsManifest' | 'userDefinedMetadata'
>;

function parse(path: string): LayersModelJson {
  const text = read(path).toString('utf8');
  let model: unknown;
  try {
    model = JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`${path}: This is not JSON. Give the model.json of a LayersModel.`, {
      cause,
    });
  }
  if (isLayersModel(model)) return model;
  throw new CommandError(
    isRecord(model) && model['format'] === 'graph-model'
      ? `${path}: This is a GraphModel, which has no layers. Give the model.json of a LayersModel.`
      : `${path}: This is not the model.json of a LayersModel.`,
  );
}

function isLayersModel(model: unknown): model is LayersModelJson {
  if (!isRecord(model) || model['format'] === 'graph-model') return false;
  const { modelTopology: topology, weightsManifest: manifest } = model;
  return isRecord(topology) && Array.isArray(manifest) && manifest.every(isGroup);
}

function isGroup(group: unknown): boolean {
  return isRecord(group) && Array.isArray(group['paths']) && Array.isArray(group['weights']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CommandError(`${path}: ${faultOf(cause)}`, { cause });
  }
}
