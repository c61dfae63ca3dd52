import type { Random } from '../random.ts';
import { blank, type Grey } from '../transform/grey.ts';
import { drawSegment } from '../photograph/segment.ts';

/** As MNIST's digits: 20 pixels in the middle of 28x28. */
const SIDE = 28;
const MARGIN = 4;
const INNER = SIDE - 2 * MARGIN;

const sheet = () => blank({ width: SIDE, height: SIDE });
const place = (random: Random) => random.between(MARGIN, SIDE - MARGIN);

/** A line that turns about and crosses itself. */
export function scribble(random: Random): Grey {
  const picture = sheet();
  const width = random.between(1.3, 2.6);
  let [x, y, heading] = [place(random), place(random), random.between(0, 2 * Math.PI)];
  let turning = random.normal(0.4);
  const steps = random.integer(45, 120);
  for (let step = 0; step < steps; step += 1) {
    turning = 0.8 * turning + random.normal(0.25);
    // Back to the middle where it would leave.
    const home = Math.atan2(SIDE / 2 - y, SIDE / 2 - x);
    const isOutside = Math.max(Math.abs(x - SIDE / 2), Math.abs(y - SIDE / 2)) > SIDE / 2 - MARGIN;
    heading += isOutside ? Math.sin(home - heading) : turning;
    const [x1, y1] = [x + 2 * Math.cos(heading), y + 2 * Math.sin(heading)];
    drawSegment(picture, { x0: x, y0: y, x1, y1, width, level: 255 });
    [x, y] = [x1, y1];
  }
  return picture;
}

/** To and fro, as one crosses something out. */
export function hatching(random: Random): Grey {
  const picture = sheet();
  const width = random.between(1.2, 2.4);
  const strokes = random.integer(6, 14);
  let [x0, y0] = [MARGIN, place(random)];
  for (let stroke = 1; stroke <= strokes; stroke += 1) {
    const x1 = MARGIN + (INNER * stroke) / strokes + random.normal(0.8);
    const y1 = stroke % 2 === 0 ? random.between(MARGIN, 11) : random.between(17, SIDE - MARGIN);
    drawSegment(picture, { x0, y0, x1, y1, width, level: 255 });
    [x0, y0] = [x1, y1];
  }
  return picture;
}

/** Straight lines: side by side or all over each other. One or two lie flat, or they would be a 1. */
export function lines(random: Random): Grey {
  const picture = sheet();
  const count = random.integer(1, 5);
  const lean = count < 3 ? random.between(-0.35, 0.35) : random.between(0, Math.PI);
  const areParallel = count < 3 || random.chance(0.5);
  // Any closer, and a pen that draws them again makes one of them.
  const gap = random.between(0.8, 1.1) * (INNER / count);
  const width = areParallel ? random.between(0.3, 0.6) * gap : random.between(1.2, 3);
  for (let line = 0; line < count; line += 1) {
    const angle = areParallel ? lean : random.between(0, Math.PI);
    const off = areParallel ? (line - (count - 1) / 2) * gap : random.between(-4, 4);
    const half = random.between(6, 11);
    const [x, y] = [SIDE / 2 - off * Math.sin(angle), SIDE / 2 + off * Math.cos(angle)];
    const [dx, dy] = [half * Math.cos(angle), half * Math.sin(angle)];
    drawSegment(picture, {
      x0: x - dx,
      y0: y - dy,
      x1: x + dx,
      y1: y + dy,
      width: Math.min(Math.max(width, 1.2), 3.5),
      level: 255,
    });
  }
  return picture;
}
