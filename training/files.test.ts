import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { writeWhole } from './files.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'files-'));

test('a file replaces the one before it and leaves nothing else in a folder made for it', () => {
  const path = join(folder(), 'new', 'metrics.json');
  writeWhole(path, 'a first, longer version');
  writeWhole(path, new TextEncoder().encode('second'));
  assert.equal(readFileSync(path, 'utf8'), 'second');
  assert.deepEqual(readdirSync(join(path, '..')), ['metrics.json']);
});

test('a write that fails says so and takes its temporary file away', () => {
  const parent = folder();
  const path = join(parent, 'taken');
  mkdirSync(join(path, 'inside'), { recursive: true });
  assert.throws(() => {
    writeWhole(path, 'text');
  }, /EISDIR|EPERM|ENOTEMPTY|EEXIST/);
  assert.deepEqual(readdirSync(parent), ['taken']);
});
