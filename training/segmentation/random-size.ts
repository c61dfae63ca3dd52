import type { Random } from '../data/random.ts';
import type { Size } from '../data/transform/grey.ts';

/** The shortest and the longest side, in pixels: the preparation shrinks larger pictures to much the same. */
const LEAST_SIDE = 12;
const MOST_SIDE = 400;

/** Shorter over longer side, at the least, in half of the pictures; the others are square. */
const LEAST_ASPECT = 0.6;

/** Of a picture: as many from 12 to 24 pixels as from 200 to 400. */
export function randomSize(random: Random): Size {
  const longer = Math.round(random.logUniform(LEAST_SIDE, MOST_SIDE));
  const aspect = random.chance(0.5) ? random.between(LEAST_ASPECT, 1) : 1;
  const shorter = Math.max(LEAST_SIDE, Math.round(longer * aspect));
  return random.chance(0.5)
    ? { width: longer, height: shorter }
    : { width: shorter, height: longer };
}
