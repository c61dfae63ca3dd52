import type { Random } from '../random.ts';
import { cubicSpline } from '../transform/cubic-spline.ts';
import { blank, type Grey } from '../transform/grey.ts';

const SIDE = 28;

/** Smooth random levels cut at one height: blots. */
export function blobs(random: Random): Grey {
  const knots = random.integer(4, 9);
  const heights = Float32Array.from({ length: knots * knots }, () => random.normal());
  const smooth = cubicSpline(heights, knots, SIDE);
  const height = random.between(0, 0.5) * smooth.reduce((most, level) => Math.max(most, level));
  return fromLevels((x, y) => 128 + ((smooth[y * SIDE + x] ?? 0) - height) * 900, 3);
}

/** Each pixel, or each brick of pixels, by chance. */
export function noise(random: Random): Grey {
  const brick = random.integer(1, 4);
  const share = random.between(0.15, 0.6);
  const bricks = Math.ceil(SIDE / brick);
  const isOn = Array.from({ length: bricks * bricks }, () => random.chance(share));
  return fromLevels((x, y) =>
    isOn[Math.floor(y / brick) * bricks + Math.floor(x / brick)] === true ? 255 : 0,
  );
}

/** Waves, squares or dots at regular distances. */
export function texture(random: Random): Grey {
  const period = random.between(3, 9);
  const angle = random.between(0, Math.PI);
  const [dx, dy] = [Math.cos(angle) / period, Math.sin(angle) / period];
  const phase = random.unit();
  const isCrossed = random.chance(0.6);
  const height = random.between(-0.2, 0.6);
  return fromLevels((x, y) => {
    const wave = Math.sin(2 * Math.PI * (x * dx + y * dy + phase));
    const across = isCrossed ? Math.sin(2 * Math.PI * (x * dy - y * dx + phase)) : 1;
    return 128 + (wave * across - height) * 400;
  }, 2);
}

/** @param margin that stays black, in pixels */
function fromLevels(levelAt: (x: number, y: number) => number, margin = 0): Grey {
  const picture = blank({ width: SIDE, height: SIDE });
  for (let y = margin; y < SIDE - margin; y += 1) {
    for (let x = margin; x < SIDE - margin; x += 1) {
      picture.pixels[y * SIDE + x] = Math.min(Math.max(levelAt(x, y), 0), 255);
    }
  }
  return picture;
}
