import assert from 'node:assert/strict';
import test from 'node:test';
import { readRelease } from '../../runtime-node/sidecar.ts';
import { mlp } from '../../training/networks/mlp.ts';
import { artifactsOf } from '../../training/onnx/from-tfjs.ts';
import { readLayersModel } from '../../training/onnx/layers-model.ts';
import { tf } from '../../training/onnx/peer.ts';
import { floatClassifier } from '../../training/release/classifier.ts';
import { fullModel } from '../../training/release/models.ts';
import { withFlippedBit } from './flip-bit.ts';
import { RELEASED_JOB } from './job.ts';
import { verdictOn } from './proof.ts';
import { RUNTIMES } from './runtimes/index.ts';
import type { Job } from './runtimes/runtime.ts';

const { digests: released } = await readRelease(RELEASED_JOB.path);

/** The golden pictures, read natively. */
async function goldenProof(job: Job) {
  const [golden] = (await RUNTIMES.native(job)).sets;
  assert.ok(golden);
  return golden;
}

const GOLDEN_ONLY: Job = { ...RELEASED_JOB, classifier: undefined, mnist: [] };

test('the released model passes', async () => {
  assert.equal(verdictOn(await goldenProof(GOLDEN_ONLY), released), 'same');
});

test('one flipped bit of one weight is found', async () => {
  const full = withFlippedBit(RELEASED_JOB.full, 'highest');
  const proof = await goldenProof({ ...GOLDEN_ONLY, full });
  assert.equal(verdictOn(proof, released), 'logits differ');
});

test('a float network gives other bits in another runtime, which is found', async () => {
  const network = readLayersModel(await artifactsOf(tf, mlp(tf, 1)));
  const job = { ...GOLDEN_ONLY, full: fullModel(floatClassifier(network), {}) };
  const native = await goldenProof(job);
  const [wasm] = (await RUNTIMES.wasm(job)).sets;
  assert.notEqual(wasm?.logits, native.logits);
  assert.equal(verdictOn(native, released), 'logits differ');
});

test('a difference in any other output than the logits is found', async () => {
  const proof = await goldenProof(GOLDEN_ONLY);
  const answers = proof.answers?.replace(/^./, (first) => (first === '0' ? '1' : '0'));
  assert.ok(answers);
  assert.equal(verdictOn({ ...proof, answers }, released), 'other outputs differ');
});

test('fewer pictures than were released prove nothing', async () => {
  const proof = await goldenProof(GOLDEN_ONLY);
  assert.notEqual(verdictOn({ ...proof, pictures: proof.pictures - 1 }, released), 'same');
});
