/**
 * Tries `npm start` as a newcomer does: waits until it is ready, asks it whether it lives, for the page
 * and for a digit, and stops it with Ctrl-C.
 */
import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { AnswerJson } from '../core/index.ts';
import { PROJECT_ROOT } from '../runtime-node/paths.ts';
import { post } from './server/post.ts';

/** In ms, for building and starting; a slow machine takes one minute. */
const START_LIMIT = 4 * 60_000;

/** In ms; the server gives the pictures under way 12 s. */
const STOP_LIMIT = 20_000;

const WINDOWS = process.platform === 'win32';

const npm = process.env['npm_execpath'];
if (npm === undefined) throw new Error('Run it as "npm run start:check".');

const begin = performance.now();
const start = spawn(process.execPath, [npm, 'start'], {
  cwd: PROJECT_ROOT,
  env: { ...process.env, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
  // As in a terminal, a process group of its own, which Ctrl-C is sent to.
  detached: !WINDOWS,
});
const ended = once(start, 'close');
const limit = setTimeout(() => void stop(start, 'SIGKILL'), START_LIMIT);
const url = await greetedAddress(start.stdout);
clearTimeout(limit);
console.log(
  `npm start is ready after ${((performance.now() - begin) / 1000).toFixed(1)} s: ${url}`,
);
try {
  await tryOut(url);
} finally {
  const impatience = setTimeout(() => void stop(start, 'SIGKILL'), STOP_LIMIT);
  await stop(start, 'SIGINT');
  await ended;
  clearTimeout(impatience);
}
await assert.rejects(fetch(`${url}/livez`), 'The server answers after Ctrl-C.');
assert.notEqual(start.signalCode, 'SIGKILL', `Ctrl-C did not stop it in ${STOP_LIMIT / 1000} s.`);
console.log('Ctrl-C stops it.');

/** Where the greeting says that the page is. */
async function greetedAddress(stdout: Readable): Promise<string> {
  let printed = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    const address = /^ *page +(http:\S+)[^]*Ctrl-C/m.exec(printed)?.[1];
    if (address === undefined) continue;
    stdout.resume();
    return address;
  }
  throw new Error(`npm start ended, or was not ready in time. It printed:\n${printed}`);
}

async function tryOut(address: string): Promise<void> {
  const livez = await fetch(`${address}/livez`);
  assert.equal(livez.status, 200, '/livez');
  const page = await fetch(address);
  assert.equal(page.status, 200, 'the page');
  assert.match(await page.text(), /<script type="module"/);
  const picture = await readFile(join(PROJECT_ROOT, 'examples', 'seven.png'));
  const answer = (await (await post(address, picture)).json()) as AnswerJson;
  assert.equal(answer.digit, 7, 'examples/seven.png');
  console.log('It lives, serves the page, and reads examples/seven.png as a 7.');
}

/** Signals npm and all that it started. Windows has no signals: there they are ended. */
async function stop({ pid }: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  if (pid === undefined) return;
  if (WINDOWS) await promisify(execFile)('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, signal);
}
