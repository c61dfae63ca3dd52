import assert from 'node:assert/strict';
import test from 'node:test';
import { negative, TARGETS, targetsOf, targetsOfBlank, type Squares } from './example.ts';

const SIDE = 8;

/** A column of ink at 3, its edge at 4, on even paper; the last row lies beyond the picture. */
function column(paper: number, ink: number): { squares: Squares; cover: Uint8Array } {
  const covers = [0, 0, 0, 255, 40, 0, 0, 0];
  const levels: number[] = [];
  const cover: number[] = [];
  for (let square = 0; square < SIDE * SIDE; square += 1) {
    const isInside = square < SIDE * (SIDE - 1);
    const share = (covers[square % SIDE] ?? 0) / 255;
    const level = isInside ? Math.round(paper + share * (ink - paper)) : 0;
    levels.push(level, level, isInside ? 255 : 0);
    cover.push(isInside ? (covers[square % SIDE] ?? 0) : 0);
  }
  const own = { height: SIDE, width: SIDE, levels: Uint8Array.from(levels) };
  return { squares: own, cover: Uint8Array.from(cover) };
}

function firstRow(targets: Uint8Array): number[] {
  return [...targets.subarray(0, SIDE)];
}

const { paper, darkInk, lightInk, unknown } = TARGETS;

test('ink darker than the paper beside it is dark ink, lighter is light; its edge is unknown', () => {
  for (const [levels, ink] of [
    [[230, 40], darkInk],
    [[40, 230], lightInk],
  ] as const) {
    const { squares, cover } = column(levels[0], levels[1]);
    const targets = targetsOf(squares, cover, true);
    assert.deepEqual(firstRow(targets), [paper, paper, paper, ink, unknown, paper, paper, paper]);
    assert.ok(targets.subarray(-SIDE).every((target) => target === unknown));
  }
});

test('of what is no digit nothing is learnt but that its paper is none', () => {
  const { squares, cover } = column(230, 40);
  const row = firstRow(targetsOf(squares, cover, false));
  assert.deepEqual(row, [paper, paper, paper, unknown, unknown, paper, paper, paper]);
});

test('a blank picture is paper, and beyond it nothing is known', () => {
  const { squares } = column(230, 40);
  const targets = targetsOfBlank(squares);
  assert.ok(targets.subarray(0, -SIDE).every((target) => target === paper));
  assert.ok(targets.subarray(-SIDE).every((target) => target === unknown));
});

test('a negative has the darkest for the lightest, and the other ink; beyond the picture it stays', () => {
  const { squares, cover } = column(230, 40);
  const levels = squares.levels.slice();
  levels.set([10, 200, 255], 0);
  const example = { ...squares, levels, targets: targetsOf(squares, cover, true) };
  const other = negative(example);
  assert.deepEqual([...other.levels.subarray(0, 3)], [55, 245, 255]);
  assert.deepEqual([...other.levels.subarray(-3)], [0, 0, 0]);
  assert.equal(other.targets[3], lightInk);
  assert.deepEqual(negative(other), example);
});
