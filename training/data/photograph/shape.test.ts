import assert from 'node:assert/strict';
import test from 'node:test';
import { blank, type Grey } from '../transform/grey.ts';
import { upsample } from '../transform/upsample.ts';
import type { InkField } from './ink-field.ts';
import { keepsShape, strokesOf } from './shape.ts';

const FACTOR = 4;

/** 28x28: levels by column and row. */
function drawn(levelAt: (x: number, y: number) => number): Grey {
  const picture = blank({ width: 28, height: 28 });
  picture.pixels.forEach((_, index) => {
    picture.pixels[index] = levelAt(index % 28, Math.floor(index / 28));
  });
  return picture;
}

function fieldOf(picture: Grey): InkField {
  return { field: upsample(picture, FACTOR), edge: 128, slope: 1 };
}

/** A ring of ink, with the level given inside. */
function ring(inside: number) {
  return drawn((x, y) => {
    const radius = Math.hypot(x - 13.5, y - 13.5);
    return radius > 8 ? 0 : radius > 4 ? 255 : inside;
  });
}

/** An upright stroke, with the level given in a gap in its middle. */
function stroke(gap: number, top = 4) {
  return drawn((x, y) => {
    if (x < 12 || x > 15 || y < top || y > 23) return 0;
    return y >= 12 && y <= 15 ? gap : 255;
  });
}

test('the edge lies above the grey in a loop, and below that of a stroke that would break', () => {
  assert.equal(strokesOf(ring(0)).edge, 70);
  assert.equal(strokesOf(ring(60)).edge, 70);
  const edge = strokesOf(ring(120)).edge;
  assert.ok(edge > 120 && edge <= 150, `${edge}`);
  assert.equal(strokesOf(stroke(255)).edge, 70);
  assert.equal(strokesOf(stroke(100)).edge, 70);
});

test('a shape is kept where the loops, the pieces and all of the strokes are there', () => {
  const [open, whole] = [strokesOf(ring(0)), strokesOf(stroke(255))];
  assert.ok(keepsShape(open, fieldOf(ring(0))));
  assert.ok(keepsShape(open, fieldOf(ring(90))));
  assert.ok(!keepsShape(open, fieldOf(ring(255))), 'the loop is closed');
  assert.ok(keepsShape(whole, fieldOf(stroke(255))));
  assert.ok(!keepsShape(whole, fieldOf(stroke(0))), 'the stroke is broken');
  assert.ok(keepsShape(whole, fieldOf(stroke(255, 6))));
  assert.ok(!keepsShape(whole, fieldOf(stroke(255, 12))), 'a third of the stroke is lost');
  assert.ok(!keepsShape(whole, fieldOf(ring(0))), 'a loop has come');
});
