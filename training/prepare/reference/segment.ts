import { savedSegmentation } from '../../segmentation/saved.ts';
import { isEmptyFrame } from './empty-frame.ts';
import { Matrix } from './matrix.ts';
import { evaluate } from './network.ts';
import { levelsOf } from './levels.ts';
import { withoutSmallPieces } from './pieces.ts';

const { network, outputs } = savedSegmentation();

/** A logit of -1, in the network's whole numbers. */
const LEAST = Math.round(-1 / ([...outputs.values()][0]?.scale ?? NaN));

/** Where the digit's ink is. */
export interface Segments {
  readonly isOnLight: boolean;
  /** In squares, both sides rounded up to multiples of 8. */
  readonly strokes: Matrix;
  /** Whether something is drawn: some square is surely ink, and it is not an empty picture's frame. */
  readonly isDrawn: boolean;
}

/**
 * The network's answer for each square of 2x2 cells, or of one where they are not fine.
 *
 * @param ground 1 for white, -1 for black, 0 for not known
 */
export function segment(cells: Matrix, isFine: boolean, ground: number): Segments {
  const levels = levelsOf(cells, isFine);
  const logits = evaluate(network, levels);
  const ink = (kind: number, least: number) =>
    new Matrix(levels.height, levels.width, (y, x) => {
      const square = y * levels.width + x;
      const isInside = levels.values[square * 3 + 2] === 255;
      return isInside && (logits.values[square * 2 + kind] ?? NaN) > least ? 1 : 0;
    });
  const [dark, light] = [ink(0, LEAST), ink(1, LEAST)];
  const isOnLight = ground === 0 ? dark.sum() >= light.sum() : ground === 1;
  const main = withoutSmallPieces(isOnLight ? dark : light);
  const side = isFine ? 2 : 1;
  const [rows, columns] = [cells.height, cells.width].map((count) => Math.ceil(count / side));
  const picture = new Matrix(rows ?? 0, columns ?? 0, (y, x) => main.at(y, x));
  const isInked = ink(isOnLight ? 0 : 1, 0).largest() === 1;
  return { isOnLight, strokes: main, isDrawn: isInked && !isEmptyFrame(picture) };
}
