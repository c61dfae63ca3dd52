import { WHOLE_WRITERS } from '../exact/rescale.ts';
import { Whole } from '../exact/whole.ts';
import { writeSingleNetwork } from '../onnx/exporter.ts';
import { savedSegmentation } from '../segmentation/saved.ts';
import type { Coarse } from './coarse.ts';
import { isEmptyFrame } from './empty-frame.ts';
import { total } from './grid.ts';
import { levelsOf } from './levels.ts';
import { withoutSmallPieces } from './pieces.ts';
import { chosen } from './polarity.ts';

/**
 * Squares of at least so much are taken for ink. What is missed costs more than what is taken too much: chosen by
 * photographs of validation digits (97.95 % were read with 0, 98.10 % with -1, 97.95 % with -2).
 */
const LEAST_LOGIT = -1;

/** Where the digit's ink is. */
export interface Segments {
  /** [1, 1], 1 where the paper is lighter than the ink, else 0. */
  readonly isOnLight: Whole;
  /** [height, width] in squares, 1 where there is ink of the digit. */
  readonly strokes: Whole;
}

/**
 * Tells the digit's ink from all else, with a network that has learnt it from generated pictures (see
 * `segmentationNetwork`). It says for each square whether dark ink is there, and whether light ink is: the ink
 * is of the kind that more squares hold, small pieces of it left out, and an empty picture's frame.
 *
 * Exact: the network's sums are proven to stay below 2^24 when it is written, as the classifier's are.
 *
 * @param ground [1, 1]: 1 or -1 where the paper is known to be white or black all over, else 0
 */
export function segment(coarse: Coarse, ground: Whole): Segments {
  const { dark, light } = inks(coarse);
  const [darkSquares, lightSquares] = [total(dark, coarse), total(light, coarse)];
  const most = coarse.limit * coarse.limit;
  const isOnLight = darkSquares
    .minus(lightSquares)
    .plus(ground.times(2 * most))
    .plus(1)
    .isPositive();
  const ink = chosen(isOnLight, dark, light);
  const main = ink.graph.scope('pieces', () => withoutSmallPieces(ink, coarse));
  const isEmpty = isEmptyFrame(main, coarse);
  return { isOnLight, strokes: main.times(isEmpty.subtractedFrom(1)).within(main.range) };
}

/** [height, width] in squares for each kind of ink, 1 where it is. */
function inks(coarse: Coarse): { readonly dark: Whole; readonly light: Whole } {
  const { inside } = coarse;
  const { graph } = inside;
  const { network, outputs } = savedSegmentation();
  const [logits] = outputs.values();
  if (!logits) throw new RangeError('The segmentation has no output.');
  const levels = graph.scope('levels', () => levelsOf(coarse));
  const value = writeSingleNetwork(graph, network, levels, WHOLE_WRITERS);
  const threshold = Math.round(LEAST_LOGIT / logits.scale);
  const [axis, along] = [graph.int64s([0]), 3];
  const kind = (index: number) => {
    const own = graph.node('Gather', [value, graph.constant(BigInt64Array.of(BigInt(index)), [])], {
      axis: along,
    });
    return new Whole(graph, graph.node('Squeeze', [own, axis]), logits.range)
      .minus(threshold)
      .isPositive()
      .times(inside);
  };
  return { dark: kind(0), light: kind(1) };
}
