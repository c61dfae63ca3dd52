import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { digestAnswers, goldenPicture, type Answer } from '../../core/index.ts';

const ANSWER: Answer = {
  digit: 7,
  found: true,
  sure: false,
  logits: Float32Array.from({ length: 10 }, (_, i) => -1000.5 + i * 333),
  probabilities: Float32Array.from({ length: 10 }, (_, i) => i / 45),
  box: { x: 1, y: 2, width: 300, height: 70_000 },
  seen: Uint8Array.from({ length: 784 }, (_, i) => i % 256),
};

const digestOf = (...answers: Answer[]) => {
  const left = [...answers];
  return digestAnswers(
    () => {
      const next = left.shift();
      return next === undefined ? Promise.reject(new Error('No more.')) : Promise.resolve(next);
    },
    answers.map((_, index) => goldenPicture(index)),
  );
};

function floats(values: Iterable<number>): Buffer {
  return Buffer.concat(
    Array.from(values, (value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeFloatLE(value);
      return bytes;
    }),
  );
}

const sha256 = (...parts: Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest('hex');

test("the logits' digest is SHA-256 over little-endian float32, picture after picture", async () => {
  const second = { ...ANSWER, logits: ANSWER.logits.toReversed() };
  const { pictures, logits } = await digestOf(ANSWER, second);
  assert.equal(pictures, 2);
  assert.equal(logits, sha256(floats(ANSWER.logits), floats(second.logits)));
});

test("the answers' digest is over found, sure, digit, box, logits, probabilities and seen", async () => {
  const integers = Buffer.alloc(20);
  [7, 1, 2, 300, 70_000].forEach((value, i) => integers.writeInt32LE(value, 4 * i));
  const { answers } = await digestOf(ANSWER);
  const { logits, probabilities, seen } = ANSWER;
  assert.equal(
    answers,
    sha256(Uint8Array.of(1, 0), integers, floats(logits), floats(probabilities), seen),
  );
});

test('a digit that was not found counts as -1, whatever the classifier made of the paper', async () => {
  const integers = Buffer.alloc(20);
  [-1, 1, 2, 300, 70_000].forEach((value, i) => integers.writeInt32LE(value, 4 * i));
  const { answers } = await digestOf({ ...ANSWER, digit: null, found: false });
  const { logits, probabilities, seen } = ANSWER;
  assert.equal(
    answers,
    sha256(Uint8Array.of(0, 0), integers, floats(logits), floats(probabilities), seen),
  );
});

test('whether the model is sure counts', async () => {
  const { answers } = await digestOf({ ...ANSWER, sure: true });
  assert.notEqual(answers, (await digestOf(ANSWER)).answers);
});

test('minus zero counts as zero', async () => {
  const zeros = { ...ANSWER, logits: new Float32Array(10) };
  const minusZeros = { ...ANSWER, logits: new Float32Array(10).fill(-0) };
  assert.deepEqual(await digestOf(zeros), await digestOf(minusZeros));
});

test('one bit of one logit makes other digests', async () => {
  const flipped = ANSWER.logits.slice();
  new Uint32Array(flipped.buffer)[9] = (new Uint32Array(flipped.buffer)[9] ?? 0) ^ 1;
  const [as, other] = [await digestOf(ANSWER), await digestOf({ ...ANSWER, logits: flipped })];
  assert.notEqual(as.logits, other.logits);
  assert.notEqual(as.answers, other.answers);
});
