import { sum, type Matrix } from './matrix.ts';

/**
 * Whether dark cells have at least 6/5 as many dark neighbours as chance would give them, both in 256ths of
 * a neighbourhood; pictures of fewer than 200 cells always pass.
 */
export function isCoherent(mask: Matrix): boolean {
  const cells = mask.height * mask.width;
  if (cells < 200) return true;
  const count = mask.sum();
  const pairs = mask.map((cell, y, x) =>
    cell === 1 ? sum(mask.window(y - 1, y + 1, x - 1, x + 1)) - 1 : 0,
  );
  const neighbours = Math.floor((pairs.sum() * 256) / 8 / Math.max(count, 1));
  const byChance = Math.floor((count * 256) / cells);
  return neighbours * 5 > byChance * 6;
}
