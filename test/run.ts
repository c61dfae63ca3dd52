/**
 * Runs the compiled tests: all, or those whose path contains one of the given names.
 *
 *     node dist/test/run.js [name…]
 */
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { PROJECT_ROOT } from '../runtime-node/paths.ts';

/** WebGPU without a graphics card takes minutes: begun first, so that all others run beside it. */
const LONGEST = 'test/verify/runtimes.test.js';

/** For one test file, in milliseconds: nothing may hang, and training a little takes minutes. */
const FILE_TIMEOUT = 10 * 60_000;

const DIST = join(PROJECT_ROOT, 'dist');

const files = testFiles(process.argv.slice(2));
if (files.length === 0) {
  console.error('No test file matches. Names are parts of paths, such as "server" or "core/".');
  process.exitCode = 1;
} else {
  await runTests(files);
}

function testFiles(names: readonly string[]): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.js') && hasSource(path))
    .filter((path) => names.length === 0 || names.some((name) => posix(path).includes(name)))
    .sort()
    .sort((a, b) => Number(posix(b) === LONGEST) - Number(posix(a) === LONGEST))
    .map((path) => join(DIST, path));
}

/** The compiler leaves the output of deleted and renamed tests behind. */
function hasSource(path: string): boolean {
  return existsSync(join(PROJECT_ROOT, path.replace(/\.js$/, '.ts')));
}

function posix(path: string): string {
  return path.split(sep).join('/');
}

async function runTests(files: string[]): Promise<void> {
  // Failures then name lines of the sources.
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --enable-source-maps`;
  const count = { passed: 0, failed: 0, skipped: 0 };
  const events = run({ files, concurrency: availableParallelism(), timeout: FILE_TIMEOUT });
  events.on('test:pass', ({ skip, details }) => {
    if (details.type !== 'suite') count[skip === undefined ? 'passed' : 'skipped'] += 1;
  });
  events.on('test:fail', ({ details }) => {
    process.exitCode = 1;
    if (details.type !== 'suite') count.failed += 1;
  });
  for await (const text of events.compose(new spec())) process.stdout.write(text as string);
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
}
