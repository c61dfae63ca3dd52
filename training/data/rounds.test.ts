import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { preparationModel } from '../release/models.ts';
import { DIGIT_BYTES, loadMnist, sliceDigits } from './mnist.ts';
import { NOT_A_DIGIT, openRounds, type RoundsOptions } from './rounds.ts';
import { HANDWRITTEN_SHARE, NON_DIGIT_SHARE, planRound, PRINTED_SHARE } from './rounds/example.ts';

/** More than a thread renders at a time. */
const digits = sliceDigits(await loadMnist('train'), 0, 120);
const preparation = preparationModel();

function temporaryCache(context: TestContext): string {
  const cache = mkdtempSync(join(tmpdir(), 'rounds-'));
  context.after(() => {
    rmSync(cache, { recursive: true });
  });
  return cache;
}

async function rendered(cache: string, options: Partial<RoundsOptions> = {}) {
  const { signal } = new AbortController();
  const rounds = openRounds({ digits, preparation, rounds: 1, signal, cache, ...options });
  try {
    const first = await rounds.round(0);
    return options.rounds === 2 ? [first, await rounds.round(1)] : [first];
  } finally {
    await rounds.close();
  }
}

/** All files under a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
}

test('rounds are the same with one thread, with two and from the cache, and differ from each other', async (context) => {
  const [cache, other] = [temporaryCache(context), temporaryCache(context)];
  const once = await rendered(cache, { rounds: 2 });
  assert.deepEqual(await rendered(other, { rounds: 2, threads: 2 }), once);
  assert.deepEqual(await rendered(cache, { rounds: 2 }), once);
  assert.notDeepEqual(once[0]?.pixels, once[1]?.pixels);
  assert.equal(filesIn(cache).length, 2);
});

test('a round shows every digit once, and as many handwritten and printed digits and non-digits as promised', async (context) => {
  const [round] = await rendered(temporaryCache(context));
  assert.ok(round);
  const { count, pixels, labels } = round;
  assert.equal(pixels.length, count * DIGIT_BYTES);
  assert.equal(labels.length, count);
  const differing = digits.labels.filter((label, index) => labels[index] !== label);
  // Where the preparation finds nothing, the label says so.
  assert.ok(differing.length <= 2);
  const { handwritten, printed, nonDigits } = planRound(digits);
  assert.ok(Math.abs(handwritten - count * HANDWRITTEN_SHARE) <= 1);
  assert.ok(Math.abs(printed - count * PRINTED_SHARE) <= 1);
  assert.ok(Math.abs(nonDigits - count * NON_DIGIT_SHARE) <= 1);
  assert.ok(labels.subarray(count - nonDigits).every((label) => label === NOT_A_DIGIT));
});

test('a damaged file of the cache is rendered again', async (context) => {
  const cache = temporaryCache(context);
  const [first] = await rendered(cache);
  for (const name of filesIn(cache)) writeFileSync(join(cache, name), 'damaged');
  assert.deepEqual((await rendered(cache))[0], first);
});

test('an aborted round rejects with the reason and leaves nothing behind', async (context) => {
  const cache = temporaryCache(context);
  const controller = new AbortController();
  const { signal } = controller;
  const onProgress = () => {
    controller.abort(new Error('enough'));
  };
  const rounds = openRounds({ digits, preparation, rounds: 2, signal, cache, onProgress });
  await assert.rejects(rounds.round(0), /enough/);
  await rounds.close();
  assert.deepEqual(filesIn(cache), []);
  await assert.rejects(rounds.round(1), /enough/);
});

test('rounds can be closed at any time: threads within ONNX Runtime are waited for', async (context) => {
  const cache = temporaryCache(context);
  for (let delay = 0; delay < 6; delay += 2) {
    const controller = new AbortController();
    const { signal } = controller;
    const onProgress = () => {
      setTimeout(() => {
        controller.abort(new Error('enough'));
      }, delay);
    };
    const rounds = openRounds({ digits, preparation, rounds: 1, signal, cache, onProgress });
    await assert.rejects(rounds.round(0), /enough/);
    await rounds.close();
  }
  assert.deepEqual(filesIn(cache), []);
});

test('where the preparation finds nothing, the label is that of no digit', async (context) => {
  const count = 30;
  const blank = {
    count,
    pixels: new Uint8Array(count * DIGIT_BYTES),
    labels: Uint8Array.from({ length: count }, (_, index) => index % 10),
  };
  const [round] = await rendered(temporaryCache(context), { digits: blank });
  assert.ok(round);
  const isBlank = (index: number) =>
    round.pixels
      .subarray(index * DIGIT_BYTES, (index + 1) * DIGIT_BYTES)
      .every((level) => level === 0);
  const empty = [...blank.labels.keys()].filter(isBlank);
  assert.ok(empty.length > count / 3, `${empty.length}`);
  assert.ok(empty.every((index) => round.labels[index] === NOT_A_DIGIT));
});
