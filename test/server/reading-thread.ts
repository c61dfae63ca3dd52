/** Reads one picture over and over, through a gate, until its thread is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { FULL_MODEL } from '../../core/index.ts';
import { throughGate, type NativeGate } from '../../runtime-node/native-gate.ts';
import { MODELS_DIR } from '../../runtime-node/paths.ts';
import { openModel } from '../../runtime-node/reader.ts';
import { join } from 'node:path';

const gate = workerData as NativeGate;
const read = await openModel(join(MODELS_DIR, FULL_MODEL.file));
const [width, height, channels] = [1000, 1000, 3] as const;
const picture = { pixels: new Uint8Array(width * height * channels), width, height, channels };

parentPort?.postMessage('ready');
for (;;) await throughGate(gate, () => read(picture));
