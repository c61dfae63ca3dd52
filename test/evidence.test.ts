import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import { MODELS_DIR, PROJECT_ROOT } from '../runtime-node/paths.ts';
import { run } from './command.ts';

const PROGRAM = 'training/evidence.js';

test('evidence that is stopped with Ctrl-C leaves the folder as it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  cpSync(MODELS_DIR, folder, { recursive: true });
  const state = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => [name, statSync(join(folder, name)).mtimeMs]);
  const before = state();
  const program = join(PROJECT_ROOT, 'dist', PROGRAM);
  const child = spawn(process.execPath, [program, '--out', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const complaint = text(child.stderr);
  const closed = once(child, 'close');
  await once(child.stderr, 'data');
  child.kill('SIGINT');
  const [exitCode] = (await closed) as [number | null];
  assert.equal(exitCode, 130);
  assert.match(await complaint, /Stopped\. Nothing was written\.\n$/);
  assert.deepEqual(state(), before);
});

test('a folder without a release is told before anything is measured', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'empty-'));
  const { stderr, exitCode } = await run(PROGRAM, ['--out', folder]);
  assert.equal(exitCode, 1);
  assert.match(
    stderr,
    /holds no digits\.onnx with its metrics\.json\. "npm run train" writes them\.\n$/,
  );
});
