import assert from 'node:assert/strict';
import test from 'node:test';
import { mixed, Random } from './random.ts';
import { weighted } from './weighted.ts';

const COUNT = 20_000;

function drawn<T>(draw: (random: Random) => T, seed = 1): T[] {
  const random = new Random(seed);
  return Array.from({ length: COUNT }, () => draw(random));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

test('the same seeds give the same choices, others and another order of them give others', () => {
  const first = (...seeds: number[]) => new Random(...seeds).unit();
  assert.equal(first(1, 2, 3), first(1, 2, 3));
  assert.equal(new Set([first(1, 2, 3), first(1, 3, 2), first(1, 2), first(2, 2, 3)]).size, 4);
});

test('seeds that follow each other mix to numbers that have half of their bits in common', () => {
  const bitsOf = (number: number) => (number >>> 0).toString(2).replaceAll('0', '').length;
  const differing = Array.from({ length: 1000 }, (_, index) =>
    bitsOf(mixed([7, index]) ^ mixed([7, index + 1])),
  );
  assert.ok(Math.abs(mean(differing) - 16) < 0.5, `${mean(differing)}`);
});

test('choices are spread as they should be', () => {
  assert.ok(Math.abs(mean(drawn((random) => random.between(-2, 4))) - 1) < 0.05);
  assert.ok(Math.abs(mean(drawn((random) => (random.chance(0.3) ? 1 : 0))) - 0.3) < 0.015);
  assert.deepEqual([...new Set(drawn((random) => random.integer(2, 4)))].sort(), [2, 3, 4]);
  const normal = drawn((random) => random.normal(3));
  assert.ok(Math.abs(mean(normal)) < 0.1);
  assert.ok(Math.abs(Math.sqrt(mean(normal.map((value) => value * value))) - 3) < 0.1);
});

test('weighted choices come as often as their shares say', () => {
  interface Choice {
    readonly share: number;
  }
  const choices: readonly [Choice, ...Choice[]] = [{ share: 1 }, { share: 5 }, { share: 4 }];
  const chosen = drawn((random) => weighted(choices, random).share);
  for (const { share } of choices) {
    const part = chosen.filter((own) => own === share).length / COUNT;
    assert.ok(Math.abs(part - share / 10) < 0.015, `${share}: ${part}`);
  }
});
