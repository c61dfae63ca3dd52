import { sum, type Matrix } from './matrix.ts';

/**
 * Whether dark cells have at least 6/5 as many dark ones around them as chance would give them, both in
 * eighths of a cell. From 1000 cells on, all within two of a cell count, and there must be one more than
 * that; pictures of fewer than 200 cells always pass.
 */
export function isCoherent(mask: Matrix): boolean {
  const cells = mask.height * mask.width;
  if (cells < 200) return true;
  const isLarge = cells >= 1000;
  const reach = isLarge ? 2 : 1;
  const count = mask.sum();
  const darkAround = mask.map((cell, y, x) =>
    cell === 1 ? sum(mask.window(y - reach, y + reach, x - reach, x + reach)) - 1 : 0,
  );
  const placesAround = isLarge ? 24 : 8;
  const mean = Math.floor((darkAround.sum() * 8) / Math.max(count, 1));
  const byChance = Math.floor((count * placesAround * 8) / cells);
  const more = isLarge ? 8 : 0;
  return mean * 5 > byChance * 6 + more * 5;
}
