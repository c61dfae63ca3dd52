import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { readSemeion } from './semeion.ts';

const folder = mkdtempSync(join(tmpdir(), 'semeion-'));

/** 256 pixels: a bar of ink down the third column. */
const BAR = Array.from({ length: 256 }, (_, i) => (i % 16 === 2 ? 1 : 0));

const compactLine = (label: number) => `${label} ${BAR.join('')}`;

/** As UCI writes it: pixels with four decimals, then a 1 in the label's column; a space at the end. */
const uciLine = (label: number) => {
  const classes = Array.from({ length: 10 }, (_, i) => (i === label ? 1 : 0));
  return `${BAR.map((bit) => bit.toFixed(4)).join(' ')} ${classes.join(' ')} `;
};

function fileOf(...lines: string[]): string {
  const path = join(folder, `${lines.length}-${Math.abs(lines.join().length)}.data`);
  writeFileSync(path, lines.join('\n') + '\n');
  return path;
}

test("UCI's lines and those with a label and 256 characters give the same pictures: black ink on white", async () => {
  const compact = await readSemeion(fileOf(compactLine(1), compactLine(7), ''));
  const uci = await readSemeion(fileOf(uciLine(1), uciLine(7)));
  for (const digits of [compact, uci]) {
    assert.deepEqual(
      digits.map(({ label }) => label),
      [1, 7],
    );
    for (const { picture } of digits) {
      assert.deepEqual([picture.width, picture.height, picture.channels], [16, 16, 1]);
      assert.deepEqual(
        [...picture.pixels],
        BAR.map((bit) => (bit === 1 ? 0 : 255)),
      );
    }
  }
});

test('the error names the line that is wrong', async () => {
  for (const wrong of [
    compactLine(1).slice(0, -1),
    compactLine(1).replace('1', 'x'),
    `${compactLine(1)}0`,
    uciLine(1).replace('1.0000', '0.5000'),
    uciLine(1).replace('0.0000 ', ''),
    uciLine(10),
  ]) {
    await assert.rejects(readSemeion(fileOf(compactLine(3), '', wrong)), /, line 3: expected 256 /);
  }
});

test('a file that is missing or empty is told', async () => {
  await assert.rejects(readSemeion(join(folder, 'missing')), /missing: There is no such file\./);
  await assert.rejects(readSemeion(fileOf('')), /The file is empty\./);
});
