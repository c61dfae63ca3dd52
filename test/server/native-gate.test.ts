import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { openGate, shut, throughGate } from '../../runtime-node/native-gate.ts';

test('a thread that reads pictures can be ended behind a shut gate, and the process lives', async () => {
  for (let delay = 0; delay < 10; delay += 2) {
    const gate = openGate();
    const file = new URL('./reading-thread.js', import.meta.url);
    const thread = new Worker(file, { workerData: gate });
    await once(thread, 'message');
    await setTimeout(delay);
    await shut(gate);
    await thread.terminate();
  }
});

test('a gate is shut only once the call within is done, and lets no other begin', async () => {
  const gate = openGate();
  let isDone = false;
  const call = throughGate(gate, async () => {
    await setTimeout(50);
    isDone = true;
  });
  await shut(gate);
  assert.ok(isDone);
  await call;

  let hasBegun = false;
  const late = throughGate(gate, () => {
    hasBegun = true;
    return Promise.resolve('read');
  });
  assert.equal(await Promise.race([late, setTimeout(50, 'waits')]), 'waits');
  assert.ok(!hasBegun);
});

test('a call that fails leaves the gate', async () => {
  const gate = openGate();
  await assert.rejects(
    throughGate(gate, () => Promise.reject(new Error('no picture'))),
    /no picture/,
  );
  await shut(gate);
});
