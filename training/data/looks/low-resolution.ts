import { written } from '../photograph/writing.ts';
import { paste } from '../photograph/scene.ts';
import type { Random } from '../random.ts';
import { strokeWidth } from '../transform/stroke-width.ts';
import { blank, mapLevels, type Grey } from '../transform/grey.ts';
import { areaAverage, bilinear, bricks } from '../transform/resize.ts';
import { asPicture } from './as-picture.ts';
import { degraded } from './degraded.ts';
import type { Drawn } from './drawn.ts';
import { saltAtOutline } from './outline-noise.ts';

/** The digit's length before it is scanned, in pixels. */
const WRITTEN = 56;

/**
 * Digits are stretched to the frame by at most a factor that lies between these, and is each scan's own: by more, a 1
 * without a flag would become a block; by less, few 1s with one would fill the frame.
 */
const MOST_STRETCH = [2, 4] as const;

/** Share of the scans that are made from strokes widened as by a marker, by at most so many pixels of WRITTEN. */
const BOLD = 0.3;
const MOST_WIDENED = 4.5;

/** Share of the scans in black and white with a few single pixels of dirt, at most so many. */
const SALTED = 0.2;
const MOST_SALT = 3;

/** Where ink begins, in the mean level of what is inked: strokes become bold, and thin ones do not break. */
const LEAST_THRESHOLD = 0.4;
const MOST_THRESHOLD = 1;

/** As shares: of the scans those in black and white, and of these those stretched to the frame. */
export interface Scanner {
  readonly bilevel: number;
  readonly stretched: number;
}

/** A coarse scan: 16x16 in black and white or 8x8 in a few greys, often enlarged afterwards. */
export function lowResolution(digit: Grey, scanner: Scanner, random: Random): Drawn {
  const layer = written(digit, WRITTEN, random);
  const scan = random.chance(scanner.bilevel)
    ? bilevel(layer, scanner.stretched, random)
    : fewGreys(layer, random);
  const ink = random.chance(0.45) ? scan : enlarged(scan, random);
  const shown = random.chance(0.25) ? degraded(ink, random) : ink;
  return { picture: asPicture(shown, random), ink };
}

/** As old scanned sets are: the digit fills the frame, ink and paper are one bit. */
function bilevel(layer: Grey, stretched: number, random: Random): Grey {
  const side = random.chance(0.6) ? 16 : random.integer(12, 24);
  const isBold = random.chance(BOLD);
  const pressed = isBold ? strokeWidth(layer, random.between(1, MOST_WIDENED)) : layer;
  const scan = scanned(pressed, side, stretchLimit(stretched, random));
  const threshold = random.between(LEAST_THRESHOLD, MOST_THRESHOLD) * meanInk(scan);
  const bits = mapLevels(scan, (level) => (level > 0 && level >= threshold ? 255 : 0));
  return random.chance(SALTED) ? saltAtOutline(bits, MOST_SALT, random) : bits;
}

/** Mean level of the pixels that are not blank; 0 where all are. */
function meanInk({ pixels }: Grey): number {
  const inked = pixels.filter((level) => level > 0);
  return inked.reduce((sum, level) => sum + level, 0) / Math.max(inked.length, 1);
}

function fewGreys(layer: Grey, random: Random): Grey {
  const side = random.chance(0.6) ? 8 : random.integer(8, 14);
  const steps = random.pick([4, 16, 255]);
  const scan = scanned(layer, side, stretchLimit(0.4, random));
  return mapLevels(scan, (level) => (Math.round((level * steps) / 255) * 255) / steps);
}

/** 1 for the scans that are not stretched. */
function stretchLimit(stretched: number, random: Random): number {
  return random.chance(stretched) ? random.between(...MOST_STRETCH) : 1;
}

/** The digit touches the frame on two sides; on all where it is stretched far enough. */
function scanned(layer: Grey, side: number, limit: number): Grey {
  const shorter = Math.min(layer.width, layer.height) / Math.max(layer.width, layer.height);
  const short = Math.max(1, Math.round(side * Math.min(1, shorter * limit)));
  const size =
    layer.width < layer.height ? { width: short, height: side } : { width: side, height: short };
  const frame = blank({ width: side, height: side });
  const left = Math.floor((side - size.width) / 2);
  paste(frame, areaAverage(layer, size), left, Math.floor((side - size.height) / 2));
  return frame;
}

function enlarged(scan: Grey, random: Random): Grey {
  const side = Math.round(scan.width * 1.5 * (2 * random.between(1, 2.5)) ** random.unit());
  const size = { width: side, height: side };
  return random.chance(0.5) ? bricks(scan, size) : bilinear(scan, size);
}
