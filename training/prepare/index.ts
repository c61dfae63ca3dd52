import type { GraphBuilder, Value } from '../onnx/graph.ts';
import type { Whole } from '../exact/whole.ts';
import { frameOf, type Frame } from './frame.ts';
import { toGrey } from './grey.ts';
import { findInk } from './ink.ts';
import type { InkBox } from './ink-box.ts';
import { normalise } from './normalise.ts';
import { shrink } from './shrink.ts';

export interface Prepared {
  /** [28, 28], 0 to 255, ink bright on black. */
  readonly seen: Whole;
  /** [1, 1], 0 where the picture is blank. */
  readonly found: Whole;
  /** In pixels of the picture given. */
  readonly box: InkBox;
}

/** Adds the preparation of `image`, uint8 [height, width, channels], to the graph. */
export function prepare(graph: GraphBuilder, image: Value): Prepared {
  const { frame, shrunk, grey } = shrunkToGrey(graph, image);
  const ink = graph.scope('ink', () => findInk(grey, shrunk));
  const seen = graph.scope('normalise', () => normalise(grey.picture, shrunk, ink));
  const box = graph.scope('box', () => inGivenPixels(ink.box, shrunk.stride, frame, ink.found));
  return { seen, found: ink.found, box };
}

/** The first steps: `image` as far as it is small and grey. */
export function shrunkToGrey(graph: GraphBuilder, image: Value) {
  const frame = graph.scope('frame', () => frameOf(graph, image));
  const shrunk = graph.scope('shrink', () => shrink(image, frame));
  const grey = graph.scope('grey', () => toGrey(shrunk.image, frame.channels, shrunk));
  return { frame, shrunk, grey };
}

/** From pixels of the shrunk picture to those of the picture given; empty where no ink was found. */
function inGivenPixels(box: InkBox, stride: Whole, frame: Frame, found: Whole): InkBox {
  const topLeft = box.topLeft.times(stride);
  const sides = box.sides.times(stride).atMost(frame.sides.minus(topLeft));
  return { topLeft: topLeft.times(found), sides: sides.times(found) };
}
