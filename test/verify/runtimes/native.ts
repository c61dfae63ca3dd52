import { ort } from '../../../runtime-node/onnx.ts';
import { SESSION_OPTIONS } from '../../../runtime-node/reader.ts';
import { readSets } from '../read-sets.ts';
import type { Prove } from './runtime.ts';

export const proveNative: Prove = async (job) => ({
  version: `onnxruntime-node ${ort.env.versions.node ?? ''}`,
  sets: await readSets(ort, job, SESSION_OPTIONS),
});
