import assert from 'node:assert/strict';
import test from 'node:test';
import { draw, prepared } from './prepared.ts';

/** A stroke with round ends, in shares of the picture's side. */
interface Stroke {
  readonly breadth: number;
  readonly length: number;
  /** How far it leans, sideways over upwards. */
  readonly slant: number;
}

function* strokes(): Generator<Stroke> {
  for (const breadth of [0.05, 0.08, 0.12]) {
    for (const length of [0.4, 0.6, 0.8]) {
      for (const slant of [0, 0.05, 0.15]) yield { breadth, length, slant };
    }
  }
}

/** Whether the stroke, a little left of the middle, has ink at a pixel. */
function isInk(side: number, { breadth, length, slant }: Stroke, x: number, y: number): boolean {
  const up = y - side / 2;
  const beyond = Math.max(0, Math.abs(up) - ((length - breadth) * side) / 2);
  return Math.hypot(x + slant * up - 0.48 * side, beyond) < (breadth * side) / 2;
}

test('a 1 as straight as a ruler draws it is found whole, and not taken for a line of a grid', async () => {
  let [strokesDrawn, whole] = [0, 0];
  for (const side of [28, 64, 100, 280]) {
    const size = { height: side, width: side, channels: 1 };
    for (const stroke of strokes()) {
      for (const [paper, ink] of [
        [255, 0],
        [0, 255],
      ] as const) {
        const picture = draw(size, (x, y) => (isInk(side, stroke, x, y) ? ink : paper));
        const { found, box } = await prepared(picture, size);
        const length = (box[3] ?? 0) / side;
        const what = `${JSON.stringify(stroke)}, ${side}x${side}, ${ink} on ${paper}`;
        assert.equal(found, 1, what);
        strokesDrawn += 1;
        whole += length > 0.85 * stroke.length ? 1 : 0;
      }
    }
  }
  assert.equal(whole, strokesDrawn);
});
