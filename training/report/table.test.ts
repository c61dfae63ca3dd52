import assert from 'node:assert/strict';
import test from 'node:test';
import { confusionMatrix } from './confusion.ts';
import { confusionTable } from './table.ts';

test('the table is aligned, with totals and recall, and a column for none where that happened', () => {
  const eleven = Array<number>(11).fill(3);
  const table = confusionTable(confusionMatrix([...eleven, 3, 4], [...eleven, 5, null]));
  assert.equal(
    table,
    [
      'true  0  1  2   3  4  5  6  7  8  9  none  total  recall',
      '----  -  -  -  --  -  -  -  -  -  -  ----  -----  ------',
      '   0  .  .  .   .  .  .  .  .  .  .     .      0       -',
      '   1  .  .  .   .  .  .  .  .  .  .     .      0       -',
      '   2  .  .  .   .  .  .  .  .  .  .     .      0       -',
      '   3  .  .  .  11  .  1  .  .  .  .     .     12  91.7 %',
      '   4  .  .  .   .  .  .  .  .  .  .     1      1   0.0 %',
      '   5  .  .  .   .  .  .  .  .  .  .     .      0       -',
      '   6  .  .  .   .  .  .  .  .  .  .     .      0       -',
      '   7  .  .  .   .  .  .  .  .  .  .     .      0       -',
      '   8  .  .  .   .  .  .  .  .  .  .     .      0       -',
      '   9  .  .  .   .  .  .  .  .  .  .     .      0       -',
      '----  -  -  -  --  -  -  -  -  -  -  ----  -----  ------',
      'read  .  .  .  11  .  1  .  .  .  .     1     13  84.6 %',
      '',
    ].join('\n'),
  );
});

test('where every picture had a digit there is no column for none', () => {
  assert.doesNotMatch(confusionTable(confusionMatrix([1], [2])), /none/);
});
