import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent, request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';
import test from 'node:test';
import { promisify } from 'node:util';
import type { AnswerJson } from '../../core/index.ts';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { startServer } from '../../runtime-node/server/server.ts';

const EXAMPLE = join(PROJECT_ROOT, 'examples', 'seven.png');

/** For how long Node's server keeps an idle connection by default, with some to spare. In milliseconds. */
const KEPT_ALIVE = 4500;

const MAIN = join(PROJECT_ROOT, 'dist', 'runtime-node', 'server', 'main.js');

function start(port: string) {
  return spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function exitCode(server: ChildProcess): Promise<unknown> {
  const [code] = (await once(server, 'close')) as unknown[];
  return code;
}

/** Starts the server and gives its greeting. */
async function started(port: string) {
  const server = start(port);
  let greeting = '';
  for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
    greeting += String(chunk);
    if (greeting.includes('Ctrl-C')) break;
  }
  return { server, greeting };
}

test('the greeting says where the page is, and how to ask, in a line that works as it is', async () => {
  const { server, greeting } = await started('0');
  try {
    assert.match(greeting, /page +\S/);
    const command = /^ *curl (.*)$/m.exec(greeting)?.[1] ?? '';
    const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare,
    );
    const { stdout } = await promisify(execFile)('curl', args as string[]);
    assert.equal((JSON.parse(stdout) as AnswerJson).digit, 7);
  } finally {
    server.kill();
  }
});

for (const port of ['80a', '65536', '-1']) {
  test(`port ${port}, which is none, gets one sentence and exit code 1`, async () => {
    const server = start(port);
    const [code, stderr] = await Promise.all([exitCode(server), text(server.stderr)]);
    assert.equal(code, 1);
    assert.equal(stderr, `PORT is "${port}"; it must be a whole number from 0 to 65535.\n`);
  });
}

test('a port that is taken gets one sentence and exit code 1', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  try {
    const server = start(String(port));
    const [code, stderr] = await Promise.all([exitCode(server), text(server.stderr)]);
    assert.equal(code, 1);
    assert.equal(stderr, `Port ${port} is taken; set PORT to another number.\n`);
  } finally {
    taken.close();
  }
});

test('a model that is missing keeps the server from starting, and the error names it', async () => {
  const model = join(PROJECT_ROOT, 'models', 'letters.onnx');
  await assert.rejects(startServer({ port: 0, model }), /letters\.onnx/);
});

const noSignals = process.platform === 'win32' && 'Windows ends processes without asking them';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} lets a request under way finish, then ends`, { skip: noSignals }, async () => {
    const { server, greeting } = await started('0');
    const stopped = exitCode(server);
    const url = /http:\S+?:\d+/.exec(greeting)?.[0] ?? '';
    const underWay = request(`${url}/predict`, {
      method: 'POST',
      headers: { Expect: '100-continue' },
      agent: new Agent({ keepAlive: true }),
    });
    await once(underWay, 'continue');

    server.kill(signal);
    await once(server.stdout, 'data');
    await assert.rejects(fetch(`${url}/livez`), 'a new request is refused');

    underWay.end(await readFile(EXAMPLE));
    const [response] = (await once(underWay, 'response')) as [IncomingMessage];
    assert.equal(((await json(response)) as AnswerJson).digit, 7);
    const answered = performance.now();
    assert.equal(await stopped, 0);
    assert.ok(performance.now() - answered < KEPT_ALIVE, 'an open connection does not hold it up');
  });
}
