import { savedSegmentation } from '../../segmentation/saved.ts';
import { Matrix } from './matrix.ts';
import { evaluate } from './network.ts';
import { levelsOf } from './levels.ts';
import { withoutSmallPieces } from './pieces.ts';

const { network, outputs } = savedSegmentation();

/** A logit of -1, in the network's whole numbers. */
const [scale] = [...outputs.values()].map((output) => output.scale);
const LEAST = Math.round(-1 / (scale ?? NaN));

/** Where the digit's ink is. */
export interface Segments {
  readonly isOnLight: boolean;
  /** In squares, both sides rounded up to multiples of 8. */
  readonly strokes: Matrix;
}

/**
 * The network's answer for each square of 2x2 cells, or of one where they are not fine.
 *
 * @param ground 1 for white, -1 for black, 0 for not known
 */
export function segment(cells: Matrix, isFine: boolean, ground: number): Segments {
  const levels = levelsOf(cells, isFine);
  const logits = evaluate(network, levels);
  const ink = (kind: number) =>
    new Matrix(levels.height, levels.width, (y, x) => {
      const square = y * levels.width + x;
      const isInside = levels.values[square * 3 + 2] === 255;
      return isInside && (logits.values[square * 2 + kind] ?? NaN) > LEAST ? 1 : 0;
    });
  const [dark, light] = [ink(0), ink(1)];
  const isOnLight = ground === 0 ? dark.sum() >= light.sum() : ground === 1;
  const strokes = withoutSmallPieces(isOnLight ? dark : light);
  return { isOnLight, strokes };
}
