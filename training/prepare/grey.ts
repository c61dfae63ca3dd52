import type { GraphBuilder, Value } from '../onnx/graph.ts';
import { Whole } from '../exact/whole.ts';
import { everyNth, longSide, type Frame } from './frame.ts';

const BYTE = { low: 0, high: 255 };
const WHITE = 255;

/** What is added to alpha so that it covers 1 to 256 parts of 256, for each number of channels: 256 without alpha. */
const UNCOVERED = [256, 1, 256, 1];
const COVER = { low: 1, high: 256 };

const MAX_CHANNELS = 4;

/**
 * What a picture can be looked at as, in 256ths of its red, green and blue: its luma (ITU-R BT.601: 0.299 R +
 * 0.587 G + 0.114 B) on white paper and on black, and single colours on white.
 */
const LUMA = [77, 150, 29];
const VIEWS = [LUMA, LUMA, [256, 0, 0], [0, 256, 0], [0, 0, 256]];

/** The places of the luma's two views, and of alpha, which is seen as it is. */
const ON_WHITE = 0;
const ON_BLACK = 1;
const ALPHA = VIEWS.length;

/** The paper behind what is transparent in each view. */
const PAPERS = [255, 0, 255, 255, 255, 0];

/** Contrast counts for half as much again in the luma, where noise is least; that of alpha for nothing. */
const VIEW_WEIGHTS = [3, 2, 2, 2, 2, 0];

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
 * Exact: the weights of a view add up to 256, so that sums stay within 256 * 255; `onPaper` says how large they get.
 */
export function toGrey(image: Value, channels: Whole, frame: Frame): Grey {
  const { graph } = channels;
  const views = viewsOf(channels);
  const papers = Whole.matrix(graph, PAPERS.length, PAPERS);
  const products = views.matMul(channelsOf(samples(image, frame), graph), 256 * 255);
  const cover = coverOf(products.rowsAt(ALPHA).within(BYTE), channels);
  const seen = onPaper(products, cover, papers);
  const [lightest, darkest] = [seen.largestAlong(1), seen.smallestAlong(1)];
  const weights = Whole.matrix(graph, PAPERS.length, VIEW_WEIGHTS);
  const contrast = lightest.minus(darkest).within(BYTE).times(weights);
  const best = firstOfLargest(contrast).asRow();
  const paper = best.matMul(papers, WHITE);
  const pixels = channelsOf(image, graph);
  const levels = onPaper(
    best.matMul(views, 256).matMul(pixels, 256 * 255),
    coverOf(views.rowsAt(ALPHA).matMul(pixels, 255), channels),
    paper,
  );
  // On black what is transparent is no lighter than the ink, on white no darker.
  const inkLevels = lightest.rowsAt(ON_BLACK).minus(darkest.rowsAt(ON_WHITE));
  const isInk = inkLevels.subtractedFrom(INK_LEVELS).isPositive();
  // 1 on white paper, -1 on black.
  const side = paper.isPositive().times(2).minus(1);
  const ground = isMuchTransparent(cover).times(isInk).times(side);
  return { picture: inRows(levels, frame), ground };
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
function isMuchTransparent(cover: Whole): Whole {
  const opaque = cover.minus(128).isPositive();
  // Each transparent one outweighs all but one of its share.
  return opaque
    .times(-TRANSPARENT_SHARE)
    .plus(TRANSPARENT_SHARE - 1)
    .sum(SAMPLES * SAMPLES)
    .isPositive();
}

/** How many 256ths of the paper pixels cover, 1 to 256, from their products with the view of alpha. */
function coverOf(products: Whole, channels: Whole): Whole {
  // Either the picture has an alpha channel or the constant stands for it: never both.
  const added = Whole.matrix(products.graph, MAX_CHANNELS, UNCOVERED).gather(channels.minus(1), 0);
  return products.plus(added).within(COVER);
}

/** What a paper is multiplied by so that white becomes 2^24 - 1: itself in 65536ths, and the most that is less than one. */
const ROUNDED_UP = (2 ** 24 - 1) / WHITE;

/**
 * The levels of views of pixels on their papers, 0 to 255, from the products of pixels and views, in 256ths.
 * Fractions are the paper's, so that alpha 0, which covers 1/256 of it, leaves it as it is.
 *
 * Exact: on black, products of at most 256 * 255 and covers of at most 256; on white as much is taken from 2^24 - 1.
 */
function onPaper(products: Whole, cover: Whole, papers: Whole): Whole {
  // A sum, not a difference: engines join it to the product before it.
  return products
    .plus(papers.times(-256))
    .times(cover)
    .plus(papers.times(ROUNDED_UP), { low: 0, high: 2 ** 24 - 1 })
    .shiftedRight(16);
}

/** Pixels evenly spread over the picture, as a picture of their own. */
function samples(image: Value, frame: Frame): Value {
  const { graph } = frame.sides;
  const step = longSide(frame)
    .plus(SAMPLES - 1)
    .dividedBy(SAMPLES);
  return everyNth(image, graph.int64s([0, 0]), step);
}

/** [channels, height * width], 0 to 255: engines multiply long rows faster than long columns. */
function channelsOf(image: Value, graph: GraphBuilder): Whole {
  const planes = graph.node('Transpose', [graph.cast(image, 'float32')], { perm: [2, 0, 1] });
  return new Whole(graph, graph.node('Flatten', [planes], { axis: 1 }), BYTE);
}

/** A row of pixels as the picture [height, width]. */
function inRows({ graph, value, range }: Whole, { sides }: Frame): Whole {
  return new Whole(graph, graph.node('Reshape', [value, sides.asIndices()]), range);
}

/** The views for this number of channels, [views, channels]. */
function viewsOf(channels: Whole): Whole {
  const { graph } = channels;
  const tables = [1, 2, 3, 4].flatMap((count) =>
    viewsFor(count).flatMap((row) => Array.from({ length: MAX_CHANNELS }, (_, at) => row[at] ?? 0)),
  );
  const own = Whole.matrix(graph, MAX_CHANNELS, tables).gather(channels.minus(1), 0);
  const table = new Whole(graph, graph.reshape(own.value, [-1, MAX_CHANNELS]), own.range);
  return table.first(channels, 1);
}

/** Of grey or colours, then of alpha: a row a view, a column a channel. */
function viewsFor(channels: number): readonly (readonly number[])[] {
  const isGrey = channels < 3;
  const colours = isGrey ? VIEWS.map(() => [256]) : VIEWS;
  const rows = [...colours, isGrey ? [0] : [0, 0, 0]];
  const hasAlpha = channels % 2 === 0;
  return hasAlpha ? rows.map((row, view) => [...row, view === ALPHA ? 1 : 0]) : rows;
}
