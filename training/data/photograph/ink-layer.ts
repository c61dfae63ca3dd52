import { chain, inverse, rotation, scaling, shear, translation } from '../transform/affine.ts';
import type { Displacement } from '../transform/displacement.ts';
import { blank, mapLevels, type Grey } from '../transform/grey.ts';
import { warp } from '../transform/warp.ts';
import { inkExtent } from './ink-extent.ts';
import type { InkField } from './ink-field.ts';

/** How a digit is drawn. */
export interface Drawing {
  /** The longer side of the ink before it is turned, in pixels. */
  readonly length: number;
  /** Width over height, as a factor on the digit's own. */
  readonly aspect: number;
  /** Counter-clockwise, in degrees. */
  readonly turn: number;
  readonly slant: number;
  readonly displacement?: Displacement | undefined;
}

/** A field spans what MNIST's 28x28 pixels do. */
const FIELD_SIDE = 28;

/** Room around the field for what turns and bends out of it. */
const ROOM = 1.15;

/** An edge drawn sharp is as wide, in pixels. */
const EDGE_WIDTH = 1.3;

/** The digit's coverage with ink, 0 to 255, cropped to what is inked. */
export function inkLayer({ field, edge, slope }: InkField, drawing: Drawing): Grey {
  const extent = inkExtent(field, edge);
  const factor = drawing.length / Math.max(extent.width, extent.height);
  const side = Math.ceil(field.width * factor * ROOM);
  const place = chain(
    translation(-field.width / 2, -field.height / 2),
    shear(drawing.slant),
    scaling(Math.sqrt(drawing.aspect) * factor, factor / Math.sqrt(drawing.aspect)),
    rotation(drawing.turn),
    translation(side / 2, side / 2),
  );
  const levels = warp(field, { width: side, height: side }, inverse(place), drawing.displacement);
  const perPixel = (slope * FIELD_SIDE) / (field.width * factor);
  return croppedToInk(sharpened(levels, edge, 255 / EDGE_WIDTH / perPixel));
}

/** Levels about the edge, spread by `gain` so that the edge becomes as sharp as the pixels allow. */
function sharpened(levels: Grey, edge: number, gain: number): Grey {
  const reach = 127.5 / gain;
  const [low, high] = [Math.max(edge - reach, 0), Math.min(edge + reach, 255)];
  return mapLevels(levels, (level) => ((level - low) * 255) / (high - low));
}

/** Fainter than this is no ink to speak of. */
const FAINT = 40;

/** What is inked of a layer. */
export function croppedToInk(layer: Grey): Grey {
  const { left, top, width, height } = inkExtent(layer, FAINT);
  const target = blank({ width, height });
  for (let y = 0; y < height; y += 1) {
    const start = (top + y) * layer.width + left;
    target.pixels.set(layer.pixels.subarray(start, start + width), y * width);
  }
  return target;
}
