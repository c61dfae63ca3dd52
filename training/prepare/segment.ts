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

/** A picture without a square of at least so much is blank. */
const SURE_LOGIT = 0;

/** Where the digit's ink is. */
export interface Segments {
  /** [1, 1], 1 where the paper is lighter than the ink, else 0. */
  readonly isOnLight: Whole;
  /** [height, width] in squares, 1 where there is ink of the digit. */
  readonly strokes: Whole;
  /** [1, 1], 1 where something is drawn, 0 where there is no ink or only an empty picture's frame. */
  readonly isDrawn: Whole;
}

/**
 * Tells the digit's ink from all else, with a network that has learnt it from generated pictures (see
 * `segmentationNetwork`). It says for each square whether dark ink is there, and whether light ink is: the ink
 * is of the kind that more squares hold, small pieces of it left out.
 *
 * Exact: the network's sums are proven to stay below 2^24 when it is written, as the classifier's are.
 *
 * @param ground [1, 1]: 1 or -1 where the paper is known to be white or black all over, else 0
 */
export function segment(coarse: Coarse, ground: Whole): Segments {
  const { dark, light, scale } = logitsOf(coarse);
  const isAbove = (logits: Whole, least: number) =>
    logits
      .minus(Math.round(least / scale))
      .isPositive()
      .times(coarse.inside);
  const [darkInk, lightInk] = [isAbove(dark, LEAST_LOGIT), isAbove(light, LEAST_LOGIT)];
  const most = coarse.limit * coarse.limit;
  const isOnLight = total(darkInk.minus(lightInk), coarse)
    .plus(ground.times(2 * most))
    .plus(1)
    .isPositive();
  const ink = chosen(isOnLight, darkInk, lightInk);
  const main = ink.graph.scope('pieces', () => withoutSmallPieces(ink, coarse));
  const isDrawing = isEmptyFrame(main, coarse).subtractedFrom(1).within(main.range);
  const isInked = isAbove(chosen(isOnLight, dark, light), SURE_LOGIT).largest();
  return { isOnLight, strokes: main, isDrawn: isInked.times(isDrawing) };
}

/** [height, width] in squares for each kind of ink, and what 1 stands for in them. */
function logitsOf(coarse: Coarse) {
  const { graph } = coarse.inside;
  const { network, outputs } = savedSegmentation();
  const [output] = outputs.values();
  if (!output) throw new RangeError('The segmentation has no output.');
  const levels = graph.scope('levels', () => levelsOf(coarse));
  const value = writeSingleNetwork(graph, network, levels, WHOLE_WRITERS);
  const kind = (index: number) => {
    const channel = graph.constant(BigInt64Array.of(BigInt(index)), []);
    const own = graph.node('Gather', [value, channel], { axis: 3 });
    return new Whole(graph, graph.node('Squeeze', [own, graph.int64s([0])]), output.range);
  };
  return { dark: kind(0), light: kind(1), scale: output.scale };
}
