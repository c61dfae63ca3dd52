import assert from 'node:assert/strict';
import test from 'node:test';
import { shuffled } from './shuffle.ts';

const COUNT = 1000;
const inOrder = Uint32Array.from({ length: COUNT }, (_, index) => index);

function firstOrders(seed: number, count = 3): readonly Uint32Array[] {
  return Array.from({ length: count }, (_, epoch) => shuffled(COUNT, seed, epoch));
}

test('every order has every index once, and no two are the same', () => {
  const orders = firstOrders(1);
  for (const order of orders) {
    assert.deepEqual(order.toSorted(), inOrder);
    assert.notDeepEqual(order, inOrder);
  }
  assert.equal(new Set(orders.map(String)).size, orders.length);
});

test('the same seed gives the same orders, another seed others', () => {
  assert.deepEqual(firstOrders(7), firstOrders(7));
  assert.notDeepEqual(firstOrders(7), firstOrders(8));
});

test('from one epoch to the next, every place moves to every place about as often', () => {
  const moves = Array.from({ length: 16 }, () => 0);
  const times = 6000;
  let before = shuffled(4, 1, 0);
  for (let seed = 1; seed <= times; seed += 1) {
    const after = shuffled(4, 1, seed);
    for (const [place, index] of before.entries()) {
      const move = 4 * place + after.indexOf(index);
      moves[move] = (moves[move] ?? 0) + 1;
    }
    before = after;
  }
  // A quarter of the times; 5 standard deviations of a binomial distribution to either side.
  const bound = 5 * Math.sqrt(times * 0.25 * 0.75);
  for (const count of moves) assert.ok(Math.abs(count - times / 4) < bound, moves.join());
});
