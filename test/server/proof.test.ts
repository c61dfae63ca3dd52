import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { FULL_MODEL, SIDECAR_FILE } from '../../core/index.ts';
import { MODELS_DIR, PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { InexactError } from '../../runtime-node/server/proof.ts';
import { startServer } from '../../runtime-node/server/server.ts';
import { withFlippedBit } from '../verify/flip-bit.ts';

const folder = mkdtempSync(join(tmpdir(), 'proof-'));
after(() => {
  rmSync(folder, { recursive: true });
});

/** The released model with one weight's sign turned. */
const model = join(folder, FULL_MODEL.file);
writeFileSync(model, withFlippedBit(readFileSync(join(MODELS_DIR, FULL_MODEL.file)), 'highest'));

const options = { port: 0, threads: 1 };

async function readiness(url: string): Promise<unknown> {
  const response = await fetch(`${url}/readyz`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  return response.json();
}

test('a server that has started is ready, and exact', async () => {
  const server = await startServer(options);
  try {
    assert.equal(server.exact, true);
    assert.deepEqual(await readiness(server.url), { status: 'ready', exact: true });
  } finally {
    await server.stop();
  }
});

test('a model that does not give the released bits is not served', async () => {
  await assert.rejects(startServer({ ...options, model }), (error: Error) => {
    assert.ok(error instanceof InexactError);
    assert.match(error.message, /does not give the released bits .+ --allow-inexact/);
    return true;
  });
});

test('it is served where that is allowed, and the server says that it is not exact', async () => {
  const server = await startServer({ ...options, model, allowInexact: true });
  try {
    assert.equal(server.exact, false);
    assert.deepEqual(await readiness(server.url), { status: 'ready', exact: false });
  } finally {
    await server.stop();
  }
});

test('the program refuses with exit code 1, or warns and serves as --allow-inexact tells it', async () => {
  const copy = copyWithFlippedModel();
  const refused = startProgram(copy);
  assert.match(
    await text(refused.stderr),
    /^.+does not give the released bits.+--allow-inexact.+\n$/,
  );
  assert.equal(refused.exitCode ?? (await once(refused, 'close'))[0], 1);

  for (const told of [{ args: ['--allow-inexact'] }, { env: { ALLOW_INEXACT: '1' } }]) {
    const served = startProgram(copy, told);
    const greeted = once(served.stdout, 'data');
    const [warning] = (await once(served.stderr, 'data')) as [Buffer];
    assert.match(String(warning), /^Warning: the golden pictures got other answers than released/);
    await greeted;
    served.kill();
    await once(served, 'close');
  }
});

test('an option that is none keeps the server from starting', async () => {
  const program = startProgram(PROJECT_ROOT, { args: ['--inexact'] });
  assert.match(await text(program.stderr), /^Unknown option '--inexact'/);
});

/** The project's programs beside the flipped model. */
function copyWithFlippedModel(): string {
  const copy = join(folder, 'project');
  for (const path of ['package.json', 'dist/core', 'dist/runtime-node']) {
    cpSync(join(PROJECT_ROOT, path), join(copy, path), { recursive: true });
  }
  cpSync(model, join(copy, 'models', FULL_MODEL.file));
  cpSync(join(MODELS_DIR, SIDECAR_FILE), join(copy, 'models', SIDECAR_FILE));
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

function startProgram(
  project: string,
  {
    args = [],
    env = {},
  }: { args?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
) {
  const main = join(project, 'dist', 'runtime-node', 'server', 'main.js');
  return spawn(process.execPath, [main, ...args], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
