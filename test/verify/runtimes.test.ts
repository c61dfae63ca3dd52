import assert from 'node:assert/strict';
import test from 'node:test';
import * as ortWeb from 'onnxruntime-web/wasm';
import { ort } from '../../runtime-node/onnx.ts';
import { readRelease } from '../../runtime-node/sidecar.ts';
import { RELEASED_JOB } from './job.ts';
import type { Proof, SetProof } from './proof.ts';
import { readSets } from './read-sets.ts';
import { proveInBrowser } from './runtimes/browser.ts';
import { RUNTIMES } from './runtimes/index.ts';
import { MissingRuntimeError } from './runtimes/runtime.ts';

const native = await RUNTIMES.native(RELEASED_JOB);

/** All but the time. */
function bits(sets: readonly SetProof[]) {
  return sets.map(({ set, pictures, logits, answers }) => ({ set, pictures, logits, answers }));
}

test('the golden pictures get the released answers', async () => {
  const { golden } = (await readRelease(RELEASED_JOB.path)).digests;
  const { pictures, logits, answers } = bits(native.sets)[0] ?? {};
  assert.deepEqual({ pictures, logits, answers }, golden);
});

test('the classifier alone gives the logits of the full model for what that saw', () => {
  const [, mnistTest, classifier] = native.sets;
  assert.equal(classifier?.pictures, RELEASED_JOB.mnist.length);
  assert.equal(classifier.logits, mnistTest?.logits);
});

test('WebAssembly in Node.js gives the same bits as native code', async () => {
  const wasm = await RUNTIMES.wasm(RELEASED_JOB);
  assert.deepEqual(bits(wasm.sets), bits(native.sets));
  assert.notEqual(wasm.version, native.version);
});

test('Chromium gives the same bits as native code', async () => {
  const chromium = await RUNTIMES.chromium(RELEASED_JOB);
  assert.deepEqual(bits(chromium.sets), bits(native.sets));
  assert.match(chromium.version, /^onnxruntime-web \d.*, Chromium \d/);
});

/** What WebGPU reads: each picture takes one to three seconds where it is drawn without a graphics card. */
const WEBGPU_GOLDEN_COUNT = 32;
const WEBGPU_MNIST_COUNT = 4;

/** Others than the usual one, which `native` was read with. */
const LEVELS = ['disabled', 'basic'] as const;

test('native code gives the same bits on two threads and however it is optimised', async () => {
  for (const graphOptimizationLevel of LEVELS) {
    const sets = await readSets(ort, RELEASED_JOB, { graphOptimizationLevel });
    assert.deepEqual(bits(sets), bits(native.sets), graphOptimizationLevel);
  }
  const threads = {
    intraOpNumThreads: 2,
    interOpNumThreads: 2,
    executionMode: 'parallel',
  } as const;
  assert.deepEqual(bits(await readSets(ort, RELEASED_JOB, threads)), bits(native.sets));
});

test('WebAssembly gives the same bits unoptimised', async () => {
  const sets = await readSets(ortWeb, RELEASED_JOB, { graphOptimizationLevel: 'disabled' });
  assert.deepEqual(bits(sets), bits(native.sets));
});

test('WebGPU gives the same bits where the browser has an adapter', async (t) => {
  const mnist = RELEASED_JOB.mnist.slice(0, WEBGPU_MNIST_COUNT);
  const job = { ...RELEASED_JOB, mnist, goldenCount: WEBGPU_GOLDEN_COUNT };
  const proof = await orMissing(() => RUNTIMES.webgpu(job));
  if (proof instanceof MissingRuntimeError) {
    t.skip(proof.message);
    return;
  }
  assert.deepEqual(bits(proof.sets), bits((await RUNTIMES.native(job)).sets));
  assert.equal(proof.sets[0]?.pictures, WEBGPU_GOLDEN_COUNT);
});

test('a browser without WebGPU is said to lack it', async () => {
  await assert.rejects(
    proveInBrowser(RELEASED_JOB, 'webgpu', ['--disable-blink-features=WebGPU']),
    new MissingRuntimeError('The browser has no WebGPU adapter.'),
  );
});

test('Python gives the same bits where it is there', async (t) => {
  const proof = await orMissing(() => RUNTIMES.python(RELEASED_JOB));
  if (proof instanceof MissingRuntimeError) {
    t.skip(proof.message);
    return;
  }
  const { golden, mnistTest } = (await readRelease(RELEASED_JOB.path)).digests;
  const [ofGolden, ofMnist, ofClassifier] = bits(proof.sets);
  assert.deepEqual(ofGolden, { set: 'golden', ...golden });
  assert.deepEqual(ofMnist, { set: 'MNIST test', ...mnistTest });
  assert.equal(ofClassifier?.logits, mnistTest.logits);
});

async function orMissing(prove: () => Promise<Proof>): Promise<Proof | MissingRuntimeError> {
  try {
    return await prove();
  } catch (error) {
    if (error instanceof MissingRuntimeError) return error;
    throw error;
  }
}
