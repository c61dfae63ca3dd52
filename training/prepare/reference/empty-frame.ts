import { sum, type Matrix } from './matrix.ts';

/**
 * Whether a mask is what an empty picture with a frame shows: the frame itself, on more than 3/4 of the
 * outermost places, or the area in it, more than a quarter of the picture and at least 7/8 of the places in its
 * box, whose sides differ by less than a factor of two.
 */
export function isEmptyFrame(mask: Matrix): boolean {
  const border = outermost(mask);
  if (sum(border) > (3 / 4) * border.length) return true;
  const [height, width] = [filledRows(mask), filledColumns(mask)];
  const area = mask.sum();
  const isPlain = area >= (7 / 8) * height * width && 4 * area > mask.height * mask.width;
  return isPlain && height < 2 * width && width < 2 * height;
}

/** What the mask has along its four sides, each place once. */
function outermost(mask: Matrix): number[] {
  const border: number[] = [];
  for (let y = 0; y < mask.height; y += 1) {
    for (let x = 0; x < mask.width; x += 1) {
      const isInside = y > 0 && y < mask.height - 1 && x > 0 && x < mask.width - 1;
      if (!isInside) border.push(mask.at(y, x));
    }
  }
  return border;
}

/** Rows in which there is ink; empty ones between two pieces make a box no longer. */
function filledRows(mask: Matrix): number {
  let count = 0;
  for (let y = 0; y < mask.height; y += 1) count += mask.row(y).includes(1) ? 1 : 0;
  return count;
}

function filledColumns(mask: Matrix): number {
  let count = 0;
  for (let x = 0; x < mask.width; x += 1) count += mask.column(x).includes(1) ? 1 : 0;
  return count;
}
