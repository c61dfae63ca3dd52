import type { Value } from '../onnx/graph.ts';
import { Whole } from '../exact/whole.ts';
import { everyNth, longSide, type Frame } from './frame.ts';

const BYTE = { low: 0, high: 255 };
const WHITE = 255;

/** Which channel is alpha, for pictures of 1, 2, 3 and 4 channels. */
const ALPHA = [[[0]], [[0], [1]], [[0], [0], [0]], [[0], [0], [0], [1]]];

/** What a picture without transparency has for alpha. */
const OPAQUE = [255, 0, 255, 0];

const MAX_CHANNELS = 4;

/**
 * What a picture can be looked at as, in 256ths of its channels: its luma (ITU-R BT.601: 0.299 R + 0.587 G +
 * 0.114 B) on white paper and on black, and single colours on white.
 */
const GREY = [256, 256, 256, 256, 256];
const NOTHING = [0, 0, 0, 0, 0];
const RED = [77, 77, 256, 0, 0];
const GREEN = [150, 150, 0, 256, 0];
const BLUE = [29, 29, 0, 0, 256];

/** A row a channel, a column a view, for pictures of 1, 2, 3 and 4 channels. */
const VIEWS = [[GREY], [GREY, NOTHING], [RED, GREEN, BLUE], [RED, GREEN, BLUE, NOTHING]];

/** The places of the luma's two views. */
const ON_WHITE = 0;
const ON_BLACK = 1;

/** The paper behind what is transparent. */
const PAPERS = [255, 0, 255, 255, 255];

/** Contrast counts for half as much again in the luma, where noise is least. */
const VIEW_WEIGHTS = [3, 2, 2, 2, 2];

/**
 * In a picture that is transparent in more than 1/8 of its pixels, and otherwise of nearly one level, what is
 * opaque is ink on its paper. With more levels it may be paper that was cut out, with ink on it.
 */
const TRANSPARENT_SHARE = 8;
const INK_LEVELS = 64;

/** Contrast is looked for in so many pixels along a side, evenly spread. */
const SAMPLES = 64;

export interface Grey {
  /** [height, width], 0 to 255. */
  readonly picture: Whole;
  /** [1, 1]: 1 where the picture's transparency shows that its paper is light, -1 where dark, else 0. */
  readonly ground: Whole;
}

/**
 * The grey picture [height, width], 0 to 255, of `image` uint8 [height, width, channels]: on white paper as
 * a rule, on black where only that shows what is drawn, and through one colour where the ink is nearly as
 * light as the paper in the luma.
 *
 * Exact: the weights of a view add up to 256, so that sums stay within 256 * 255.
 */
export function toGrey(image: Value, channels: Whole, frame: Frame): Grey {
  const { graph } = channels;
  const views = tableFor(channels, VIEWS);
  const alphas = tableFor(channels, ALPHA);
  const papers = Whole.matrix(graph, PAPERS.length, PAPERS);
  // A row a view: what all samples share is then repeated along rows, which engines do fastest.
  const sampled = samples(image, frame).transposed();
  const alpha = alphaOf(alphas.transposed().matMul(sampled, 255), channels);
  const seen = besidePaper(views.transposed().matMul(sampled, 256 * 255), alpha, papers);
  const [lightest, darkest] = [seen.largestAlong(1), seen.smallestAlong(1)];
  const weights = Whole.matrix(graph, PAPERS.length, VIEW_WEIGHTS);
  const contrast = lightest.minus(darkest).within(BYTE).times(weights);
  const best = firstOfLargest(contrast);
  const pixels = new Whole(graph, graph.cast(image, 'float32'), BYTE);
  const paper = papers.transposed().matMul(best, WHITE);
  const view = views.matMul(best, 256);
  const picture = besidePaper(
    pixels.matMul(view, 256 * 255),
    alphaOf(pixels.matMul(alphas, 255), channels),
    paper,
  )
    .plus(paper)
    .within(BYTE);
  // On black what is transparent is no lighter than the ink, on white no darker.
  const levels = lightest.rowsAt(ON_BLACK).minus(darkest.rowsAt(ON_WHITE)).minus(WHITE);
  const isInk = levels.subtractedFrom(INK_LEVELS).isPositive();
  // 1 on white paper, -1 on black.
  const side = paper.isPositive().times(2).minus(1);
  return { picture: flat(picture), ground: isMuchTransparent(alpha).times(isInk).times(side) };
}

/** 1 where the views' contrast is the largest, the first time it is, else 0, [views, 1]. */
function firstOfLargest(contrast: Whole): Whole {
  const { graph } = contrast;
  // No two are alike any more, and those that were not stay in order.
  const ranked = contrast.times(PAPERS.length).minus(Whole.column(graph, PAPERS.length));
  return ranked
    .largest()
    .minus(ranked)
    .within({ low: 0, high: ranked.range.high - ranked.range.low })
    .isZero();
}

/** [1, 1], 1 where enough of the samples are transparent. Exact: there are at most 64x64. */
function isMuchTransparent(alpha: Whole): Whole {
  const opaque = alpha.minus(127).isPositive();
  // Each transparent one outweighs all but one of its share.
  return opaque
    .times(-TRANSPARENT_SHARE)
    .plus(TRANSPARENT_SHARE - 1)
    .sum(SAMPLES * SAMPLES)
    .isPositive();
}

/** The alpha of pixels, 0 to 255, from their products with `ALPHA`; 255 where they have none. */
function alphaOf(products: Whole, channels: Whole): Whole {
  // Either the picture has an alpha channel or the constant stands for it: never both.
  const opaque = Whole.matrix(products.graph, MAX_CHANNELS, OPAQUE).gather(channels.minus(1), 0);
  return products.plus(opaque).within(BYTE);
}

/**
 * How much lighter than their papers, or darker, views of pixels are, from the products of pixels and views, in
 * 256ths.
 *
 * Exact: 256ths of at most 256 * 255 times a cover of at most 256 stay below 2^24.
 */
function besidePaper(products: Whole, alpha: Whole, papers: Whole): Whole {
  // 0 to 256, so that the division is a shift and what is opaque stays as it is.
  const cover = alpha.plus(alpha.atMost(1));
  return products
    .minus(papers.times(256))
    .times(cover)
    .shiftedRight(16)
    .within({ low: -WHITE, high: WHITE });
}

/** Pixels [count, channels] evenly spread over the picture. */
function samples(image: Value, frame: Frame): Whole {
  const { graph } = frame.sides;
  const step = longSide(frame)
    .plus(SAMPLES - 1)
    .dividedBy(SAMPLES);
  const picked = everyNth(image, graph.int64s([0, 0]), step);
  const pixels = graph.node('Flatten', [graph.cast(picked, 'float32')], { axis: 2 });
  return new Whole(graph, pixels, BYTE);
}

/** Without the last dimension, which is 1. */
function flat({ graph, value, range }: Whole): Whole {
  return new Whole(graph, graph.node('Squeeze', [value, graph.int64s([-1])]), range);
}

/** The table for this number of channels, [channels, columns]. */
function tableFor(channels: Whole, tables: readonly (readonly (readonly number[])[])[]): Whole {
  const { graph } = channels;
  const columns = tables[0]?.[0]?.length ?? 0;
  const padded = tables.map((rows) => {
    const flat = rows.flat();
    return [...flat, ...Array<number>(MAX_CHANNELS * columns - flat.length).fill(0)];
  });
  const all = Whole.matrix(graph, tables.length, padded.flat());
  const own = all.gather(channels.minus(1), 0);
  const table = new Whole(graph, graph.reshape(own.value, [MAX_CHANNELS, columns]), own.range);
  return table.first(channels, 0);
}
