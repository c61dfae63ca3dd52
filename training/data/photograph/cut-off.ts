import type { Random } from '../random.ts';
import type { Grey, Size } from '../transform/grey.ts';
import type { Box } from './ink-extent.ts';
import { SIDES, type Side } from './scene.ts';

/** Of the digit's height or width lies outside at most: what a careless crop takes. */
const MOST_CUT_OFF = 0.08;

/** Of its ink: a 7 without its bar would be a 1. */
const MOST_INK_LOST = 0.1;

/** Of a layer's top left corner. */
interface Place {
  readonly left: number;
  readonly top: number;
}

/** Moves a digit over one of the frame's edges, so that a little of it is cut off. */
export function overEdge(layer: Grey, frame: Size, { left, top }: Place, random: Random): Place {
  const side = random.pick(SIDES);
  const extent = side === 'left' || side === 'right' ? layer.width : layer.height;
  const depth = bearable(layer, side, Math.round(random.between(0, MOST_CUT_OFF) * extent));
  const places: Readonly<Record<Side, Place>> = {
    left: { left: -depth, top },
    top: { left, top: -depth },
    right: { left: frame.width - layer.width + depth, top },
    bottom: { left, top: frame.height - layer.height + depth },
  };
  return places[side];
}

/** As deep as wanted, or as the ink that is lost allows. */
function bearable(layer: Grey, side: Side, wanted: number): number {
  const all = inkIn(layer, { left: 0, top: 0, width: layer.width, height: layer.height });
  let depth = wanted;
  while (inkIn(layer, strip(layer, side, depth)) > MOST_INK_LOST * all) depth -= 1;
  return depth;
}

/** The outermost `depth` pixels at a side. */
function strip({ width, height }: Size, side: Side, depth: number): Box {
  const [left, top] = [
    side === 'right' ? width - depth : 0,
    side === 'bottom' ? height - depth : 0,
  ];
  return side === 'left' || side === 'right'
    ? { left, top, width: depth, height }
    : { left, top, width, height: depth };
}

function inkIn(layer: Grey, { left, top, width, height }: Box): number {
  let ink = 0;
  for (let y = top; y < top + height; y += 1) {
    const start = y * layer.width + left;
    for (const level of layer.pixels.subarray(start, start + width)) ink += level;
  }
  return ink;
}
