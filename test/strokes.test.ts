import assert from 'node:assert/strict';
import test from 'node:test';
import { Drawing, SHEET_SIDE, type Point } from '../runtime-web/strokes/index.ts';

const PAPER = 255;

const at = (x: number, y: number, width = 36): Point => ({ x, y, width });

const HOOK = [at(120, 100), at(300.5, 90.25), at(310, 320, 50), at(222.2, 480, 20)];
const BAR = [at(100, 300), at(420, 280)];

function draw(drawing: Drawing, ...strokes: readonly (readonly Point[])[]): Drawing {
  for (const [first, ...rest] of strokes) {
    if (first === undefined) continue;
    drawing.begin(first);
    for (const point of rest) drawing.extend(point);
    drawing.end();
  }
  return drawing;
}

function greyAt({ picture }: Drawing, x: number, y: number): number {
  return picture.pixels[y * SHEET_SIDE + x] ?? NaN;
}

/** Ink in pixels: how many black ones hold as much. */
function inkOf({ picture }: Drawing): number {
  return picture.pixels.reduce((sum, grey) => sum + (PAPER - grey) / PAPER, 0);
}

test('a touch without a move leaves a disc as wide as the pen', () => {
  const dot = draw(new Drawing(), [at(280, 280, 40)]);
  const area = Math.PI * 20 ** 2;
  assert.ok(Math.abs(inkOf(dot) - area) < area / 100, `${inkOf(dot)} pixels of ink`);
  assert.equal(greyAt(dot, 280, 280), 0);
  assert.equal(greyAt(dot, 280 + 22, 280), PAPER);
});

test('a straight stroke covers its length, as wide as the pen, and has round ends', () => {
  const line = draw(new Drawing(), [at(100, 200, 30), at(400, 200, 30)]);
  const area = 300 * 30 + Math.PI * 15 ** 2;
  assert.ok(Math.abs(inkOf(line) - area) < area / 100, `${inkOf(line)} pixels of ink`);
  assert.equal(greyAt(line, 88, 200), 0, 'the end sticks out');
  assert.equal(greyAt(line, 88, 187), PAPER, 'and is round');
});

test('the edge of a stroke is grey by how much of a pixel it covers', () => {
  const line = draw(new Drawing(), [at(100, 200.25, 30), at(400, 200.25, 30)]);
  assert.equal(greyAt(line, 250, 215), Math.round(PAPER * 0.75));
  assert.equal(greyAt(line, 250, 185), Math.round(PAPER * 0.25));
});

test('where strokes cross, there is no more ink than in one', () => {
  const once = draw(new Drawing(), HOOK);
  const twice = draw(new Drawing(), HOOK, HOOK);
  assert.deepEqual(twice.picture, once.picture);
});

test('the same strokes give the same pixels, in whatever order', () => {
  const one = draw(new Drawing(), HOOK, BAR);
  const other = draw(new Drawing(), BAR, HOOK);
  assert.deepEqual(other.picture, one.picture);
});

test('a bend is round: it cuts the corner and passes the points on its inside', () => {
  const bend = draw(new Drawing(), [at(100, 100, 10), at(400, 100, 10), at(400, 400, 10)]);
  assert.equal(greyAt(bend, 400, 100), PAPER, 'the corner itself');
  // A quadratic Bézier curve passes halfway between its control point and the middle of its ends.
  assert.equal(greyAt(bend, 362, 137), 0, 'the middle of the curve');
});

test('what is drawn while the pen moves stays as it is', () => {
  const drawing = new Drawing();
  const [first = at(0, 0), ...rest] = HOOK;
  drawing.begin(first);
  for (const point of rest) {
    const before = drawing.picture.pixels.slice();
    drawing.extend(point);
    assert.ok(
      drawing.picture.pixels.every((grey, i) => grey <= (before[i] ?? 0)),
      'no ink goes away',
    );
  }
  drawing.end();
  assert.deepEqual(drawing.picture, draw(new Drawing(), HOOK).picture);
});

test('undo takes back the last stroke to the pixel', () => {
  const drawing = draw(new Drawing(), HOOK, BAR);
  drawing.undo();
  assert.equal(drawing.strokeCount, 1);
  assert.deepEqual(drawing.picture, draw(new Drawing(), HOOK).picture);
});

test('undo of a stroke that is being drawn takes back that one', () => {
  const drawing = draw(new Drawing(), HOOK);
  drawing.begin(at(10, 10));
  drawing.undo();
  assert.equal(drawing.isUnderWay, false);
  assert.deepEqual(drawing.picture, draw(new Drawing(), HOOK).picture);
});

test('clear leaves blank paper, and undo on it changes nothing', () => {
  const drawing = draw(new Drawing(), HOOK);
  drawing.clear();
  drawing.undo();
  assert.equal(drawing.strokeCount, 0);
  assert.equal(inkOf(drawing), 0);
});

test('a stroke over the edge is cut off there, not carried to the other side', () => {
  const drawing = draw(new Drawing(), [at(-50, 100), at(SHEET_SIDE + 50, 100)]);
  const ink = SHEET_SIDE * 36;
  assert.ok(Math.abs(inkOf(drawing) - ink) < ink / 100, `${inkOf(drawing)} pixels of ink`);
  assert.equal(inkOf(draw(new Drawing(), [at(-60, -60), at(-60, SHEET_SIDE + 60)])), 0);
});

test('moves without a touch draw nothing', () => {
  const drawing = new Drawing();
  drawing.extend(at(100, 100));
  drawing.end();
  assert.equal(drawing.strokeCount, 0);
  assert.equal(inkOf(drawing), 0);
});
