import type { Picture } from '../../../core/index.ts';
import { UNCERTAIN } from '../looks/drawn.ts';
import type { Random } from '../random.ts';
import type { Grey, Size } from '../transform/grey.ts';
import { interleaved, randomCamera, take } from './camera.ts';
import { randomMaterials } from './colours.ts';
import { expose } from './exposure.ts';
import { randomLighting, withHardShadow } from './illumination.ts';
import type { Box } from './ink-extent.ts';
import { drawGridScraps, drawNeighbour, drawRuling, drawStain, drawTouchingLine } from './marks.ts';
import { overEdge } from './cut-off.ts';
import { finelyWritten } from './fine-line.ts';
import { sceneWith, type Scene } from './scene.ts';
import { drawTable } from './table.ts';
import { written } from './writing.ts';

/** A picture as a phone takes it. */
export interface Photograph {
  readonly picture: Picture;
  /** How much of the digit's ink covers each pixel, 0 to 255; UNCERTAIN where the ink is its neighbour's. */
  readonly ink: Grey;
  /** Where the digit's ink is, in pixels. */
  readonly box: Box;
}

/** Digits of 28x28 pixels, ink bright on black: one to read, another that may reach into the frame. */
export interface Subject {
  readonly digit: Grey;
  readonly neighbour: Grey;
}

/** What sort of pictures are taken. */
export interface Studio extends Rarities {
  /** Longer side of the picture, in pixels, the least and the most. */
  readonly longSide: readonly [number, number];
  /** Shorter over longer side, at the least. */
  readonly leastAspect: number;
  /** 1 for as many pictures from 100 to 200 pixels as from 200 to 400, more for more small ones. */
  readonly tilt: number;
  /** Least height or width of the digit, whichever is longer, in pixels. */
  readonly leastInk: number;
  /** Share of the pictures that have colours, and of those and of the grey that have an alpha channel. */
  readonly coloured: number;
  readonly withAlpha: number;
}

/** How often a studio's pictures show what most do not, as shares. */
export interface Rarities {
  /** The frame cuts a little off the digit. */
  readonly cutOff: number;
  /** A shadow with a hard edge falls across the picture. */
  readonly hardShadow: number;
  /** The digit is written in a line finer than most of MNIST's. */
  readonly fineLines: number;
  /** A line of a grid cell touches the digit or goes through its end. */
  readonly touching: number;
  /** The sheet's ruling, where it has one, is as strong as a notebook's. */
  readonly strongRuling: number;
  /** The lines along the edges, where there are any, are as thick as those of a box. */
  readonly thickFrame: number;
  /** The camera may be out of focus. */
  readonly outOfFocus: number;
  /** An edge of the sheet is in view, and what it lies on. */
  readonly onTable: number;
}

export const NO_RARITIES: Rarities = {
  cutOff: 0,
  hardShadow: 0,
  fineLines: 0,
  touching: 0,
  strongRuling: 0,
  thickFrame: 0,
  outOfFocus: 0,
  onTable: 0,
};

/** The digit's length over the picture's longer side, by how usual it is: small, usual, large, filling. */
const LENGTHS: readonly { readonly share: number; readonly range: readonly [number, number] }[] = [
  { share: 0.2, range: [0.1, 0.2] },
  { share: 0.45, range: [0.2, 0.5] },
  { share: 0.2, range: [0.5, 0.8] },
  { share: 0.15, range: [0.8, 1] },
];

/** Of the shorter side: with a little room, few drawings turn out too large. */
const MOST_FILLED = 0.97;

/** A sheet of paper or a board with a digit anywhere on it. */
export function photograph(subject: Subject, studio: Studio, random: Random): Photograph {
  const size = randomSize(studio, random);
  const [shorter, longer] = sides(size);
  const length = Math.max(longer * randomLength(random), studio.leastInk);
  const scene = sceneOf(
    subject,
    size,
    { ...studio, length: Math.min(length, MOST_FILLED * shorter), spread: 1 },
    random,
  );
  if (random.chance(0.3)) drawRuling(scene, random, happens(studio.strongRuling, random));
  if (happens(studio.onTable, random)) drawTable(scene, random);
  if (random.chance(0.2)) drawGridScraps(scene, random, 0.5, happens(studio.thickFrame, random));
  if (random.chance(0.15)) drawNeighbour(scene, written(subject.neighbour, length, random), random);
  if (random.chance(0.15)) drawStain(scene, random);
  return developed(scene, studio, random);
}

/** A cell cut out of a printed grid: lines along its edges, the digit large in it. */
export function gridCell(subject: Subject, studio: Studio, random: Random): Photograph {
  const size = randomSize(studio, random);
  const side = Math.min(size.width, size.height);
  const length = Math.max(side * random.between(0.35, 0.9), studio.leastInk);
  const spread = random.chance(0.6) ? 0.3 : 1;
  const scene = sceneOf(subject, size, { ...studio, length, spread }, random);
  drawGridScraps(scene, random, 0.6, happens(studio.thickFrame, random));
  if (happens(studio.touching, random)) drawTouchingLine(scene, random);
  if (random.chance(0.15)) drawNeighbour(scene, written(subject.neighbour, length, random), random);
  if (random.chance(0.2)) drawStain(scene, random);
  return developed(scene, studio, random);
}

/** Develops what lies before the camera with materials, light and camera by chance. */
export function developed(
  scene: Scene,
  studio: Pick<Studio, 'coloured' | 'withAlpha' | 'hardShadow' | 'outOfFocus'>,
  random: Random,
): Photograph {
  const materials = randomMaterials(random);
  const usual = randomLighting(random);
  const lighting = happens(studio.hardShadow, random) ? withHardShadow(usual, random) : usual;
  const isColoured = random.chance(studio.coloured);
  const levels = expose(scene, materials, lighting, isColoured, random);
  const isInFocus = !happens(studio.outOfFocus, random);
  const camera = randomCamera(random, Math.max(scene.box.width, scene.box.height), isInFocus);
  const planes = take(levels, camera, random);
  const picture = interleaved(planes, random.chance(studio.withAlpha));
  return { picture, ink: ownInk(scene), box: scene.box };
}

function ownInk({ ink, digit }: Scene): Grey {
  const pixels = digit.pixels.map((own, index) =>
    own < (ink.pixels[index] ?? 0) ? Math.max(own, UNCERTAIN) : own,
  );
  return { ...digit, pixels };
}

/** Shorter and longer side. */
function sides({ width, height }: Size): readonly [number, number] {
  return width < height ? [width, height] : [height, width];
}

function randomSize({ longSide, tilt, leastAspect }: Studio, random: Random): Size {
  const [least, most] = longSide;
  const longer = Math.round(least * (most / least) ** (random.unit() ** tilt));
  const shorter = Math.round(longer * random.between(leastAspect, 1));
  return random.chance(0.5)
    ? { width: longer, height: shorter }
    : { width: shorter, height: longer };
}

function randomLength(random: Random): number {
  let place = random.unit();
  for (const { share, range } of LENGTHS) {
    if (place < share) return random.between(...range);
    place -= share;
  }
  return 1;
}

/** Nothing is drawn by chance for what never happens: the evaluation set stays as it is. */
function happens(share: number, random: Random): boolean {
  return share > 0 && random.chance(share);
}

/** How a digit is written and lies on a sheet. */
interface Layout extends Pick<Studio, 'cutOff' | 'fineLines'> {
  /** Of the digit's longer side, in pixels. */
  readonly length: number;
  /** 1 for anywhere, less for nearer to the middle. */
  readonly spread: number;
}

/** Draws the digit and lays it anywhere on the sheet, one in six at the frame's edge. */
function sceneOf(
  { digit }: Subject,
  size: Size,
  { length, spread, cutOff, fineLines }: Layout,
  random: Random,
): Scene {
  const write = happens(fineLines, random) ? finelyWritten : written;
  const layer = fitting(write, digit, size, length, random);
  const [freeX, freeY] = [size.width - layer.width, size.height - layer.height];
  const at = (free: number) =>
    Math.round(
      free *
        (random.chance(1 / 12) ? random.integer(0, 1) : 0.5 + spread * random.between(-0.5, 0.5)),
    );
  const within = { left: at(freeX), top: at(freeY) };
  const { left, top } = happens(cutOff, random) ? overEdge(layer, size, within, random) : within;
  return sceneWith(layer, size, left, top);
}

/** A drawing that turned out larger than the picture is drawn again, smaller. */
function fitting(
  write: typeof written,
  digit: Grey,
  size: Size,
  length: number,
  random: Random,
): Grey {
  const layer = write(digit, length, random);
  const excess = Math.max(layer.width / size.width, layer.height / size.height);
  return excess <= 1 ? layer : fitting(write, digit, size, (0.98 * length) / excess, random);
}
