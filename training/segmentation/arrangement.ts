import type { Picture } from '../../core/index.ts';
import type { Drawn } from '../data/looks/drawn.ts';
import { inkExtent, type Box } from '../data/photograph/ink-extent.ts';
import { paste } from '../data/photograph/scene.ts';
import type { Random } from '../data/random.ts';
import { blank, type Size } from '../data/transform/grey.ts';
import { weighted } from '../data/weighted.ts';

interface Arrangement {
  /** Of all pictures with a digit, in percent. */
  readonly share: number;
  readonly arrange: (drawn: Drawn, random: Random) => Drawn;
}

/** What the looks show rarely or never, and people's pictures have. */
const ARRANGEMENTS: readonly [Arrangement, ...Arrangement[]] = [
  { share: 72, arrange: (drawn) => drawn },
  { share: 7, arrange: framed },
  { share: 8, arrange: distant },
  { share: 9, arrange: cornered },
  { share: 4, arrange: onCutPaper },
];

/** A drawn digit as it is, in a frame, far away, in a corner of its picture, or on paper that was cut out. */
export function arranged(drawn: Drawn, random: Random): Drawn {
  return weighted(ARRANGEMENTS, random).arrange(drawn, random);
}

/** The thickest frame, as a share of the shorter side; a small picture's may have so many pixels all the same. */
const THICKEST = 0.15;
const THICKEST_OF_SMALL = 3;

/** Pixels of a frame's side: as many frames of 1 to 2 as of 2 to 4. */
export function frameThickness({ width, height }: Size, random: Random): number {
  const most = Math.max(THICKEST_OF_SMALL, Math.round(THICKEST * Math.min(width, height)));
  return Math.floor((most + 1) ** random.unit());
}

/** The picture within a frame of one level. */
function framed(drawn: Drawn, random: Random): Drawn {
  return surrounded(drawn, frameThickness(drawn.picture, random), random.integer(0, 255));
}

/** The largest picture that a small one is put into the middle of, in pixels, and how many times larger at most. */
const MOST_SIDE = 400;
const MOST_TIMES = 10;

/** How often what lies around a distant picture goes on as its corner is. */
const SEAMLESS = 0.6;

/** The picture as a small part of a larger one. */
function distant(drawn: Drawn, random: Random): Drawn {
  const { width, height, pixels } = drawn.picture;
  const longer = Math.max(width, height);
  const most = Math.max(1, Math.min(MOST_TIMES, MOST_SIDE / longer));
  const thickness = Math.round((longer * (most ** random.unit() - 1)) / 2);
  const corner = pixels[0] ?? 0;
  return surrounded(drawn, thickness, random.chance(SEAMLESS) ? corner : random.integer(0, 255));
}

/** With so many pixels of one level on all sides, opaque where the picture has an alpha channel. */
function surrounded({ picture, ink }: Drawn, thickness: number, level: number): Drawn {
  const { channels } = picture;
  const size = { width: ink.width + 2 * thickness, height: ink.height + 2 * thickness };
  const pixels = new Uint8Array(size.width * size.height * channels).fill(level);
  const alpha = alphaChannel(picture);
  if (alpha !== undefined) {
    for (let place = alpha; place < pixels.length; place += channels) pixels[place] = 255;
  }
  const sheet = blank(size);
  paste(sheet, ink, thickness, thickness);
  for (let y = 0; y < ink.height; y += 1) {
    const from = y * ink.width * channels;
    const to = ((y + thickness) * size.width + thickness) * channels;
    pixels.set(picture.pixels.subarray(from, from + ink.width * channels), to);
  }
  return { picture: { ...size, channels, pixels }, ink: sheet };
}

/** From this cover on ink is the digit's, and not the blur of its edge. */
const INKED = 64;

/** Between the digit and the two sides that it is in the corner of, as a share of the digit. */
const MOST_ROOM = 0.08;

/** Share of the digits that touch them. */
const TOUCHING = 0.4;

/** The smallest that a picture is cropped to, in pixels. */
const LEAST_SIDE = 12;

/** The picture cropped at two sides, so that the digit touches them or nearly does. */
function cornered({ picture, ink }: Drawn, random: Random): Drawn {
  const box = inkExtent(ink, INKED);
  const [x, y] = [
    ending(random, box.left, box.width, ink.width),
    ending(random, box.top, box.height, ink.height),
  ];
  const part = { left: x.start, top: y.start, width: x.length, height: y.length };
  const { channels } = picture;
  const pixels = cropped(picture.pixels, ink.width, channels, part);
  return {
    picture: { pixels, width: part.width, height: part.height, channels },
    ink: { pixels: cropped(ink.pixels, ink.width, 1, part), ...sizeOf(part) },
  };
}

/** What is left along one axis once it begins, or ends, where the digit does. */
function ending(random: Random, first: number, extent: number, side: number) {
  const room = random.chance(TOUCHING) ? 0 : Math.round(random.between(0, MOST_ROOM) * extent);
  const isAtEnd = random.chance(0.5);
  if (isAtEnd)
    return { start: 0, length: Math.min(side, Math.max(first + extent + room, LEAST_SIDE)) };
  const start = Math.max(0, Math.min(first - room, side - LEAST_SIDE));
  return { start, length: side - start };
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

function cropped(
  pixels: Uint8Array,
  rowLength: number,
  channels: number,
  { left, top, width, height }: Box,
): Uint8Array {
  const target = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    const start = ((top + y) * rowLength + left) * channels;
    target.set(pixels.subarray(start, start + width * channels), y * width * channels);
  }
  return target;
}

/** Between the digit and where its paper was cut, as a share of the picture's sides. */
const CUT_ROOM = [0.02, 0.25] as const;

/** Only paper around the digit is opaque, a rectangle or an ellipse; pictures with transparency stay as they are. */
function onCutPaper(drawn: Drawn, random: Random): Drawn {
  const { picture, ink } = drawn;
  if (alphaChannel(picture) !== undefined) return drawn;
  const paper = aroundDigit(inkExtent(ink, INKED), random);
  return { picture: withPaper(picture, paper), ink };
}

/** A shape: whether it has the pixel at (x, y). */
export type Shape = (x: number, y: number) => boolean;

function aroundDigit(box: Box, random: Random): Shape {
  const isRound = random.chance(0.5);
  // An ellipse around a rectangle is longer than it by the root of 2.
  const reach = (extent: number) =>
    (extent / 2) * (isRound ? Math.SQRT2 : 1) * (1 + 2 * random.between(...CUT_ROOM)) + 2;
  const shape = isRound ? ellipse : rectangle;
  return shape(
    box.left + box.width / 2,
    box.top + box.height / 2,
    reach(box.width),
    reach(box.height),
  );
}

/** @param reachX, reachY from the centre, in pixels */
export function ellipse(centreX: number, centreY: number, reachX: number, reachY: number): Shape {
  return (x, y) => ((x + 0.5 - centreX) / reachX) ** 2 + ((y + 0.5 - centreY) / reachY) ** 2 <= 1;
}

/** @param reachX, reachY from the centre, in pixels */
export function rectangle(centreX: number, centreY: number, reachX: number, reachY: number): Shape {
  return (x, y) => Math.abs(x + 0.5 - centreX) <= reachX && Math.abs(y + 0.5 - centreY) <= reachY;
}

/** A picture of 1 or 3 channels with an alpha channel, opaque on the paper and nowhere else. */
export function withPaper({ pixels, width, height, channels }: Picture, paper: Shape): Picture {
  const opaque = new Uint8Array(width * height * (channels + 1));
  for (let index = 0; index < width * height; index += 1) {
    const place = index * (channels + 1);
    opaque.set(pixels.subarray(index * channels, (index + 1) * channels), place);
    opaque[place + channels] = paper(index % width, Math.floor(index / width)) ? 255 : 0;
  }
  return { pixels: opaque, width, height, channels: channels === 1 ? 2 : 4 };
}

/** Which channel is alpha, from 0; undefined where none is. */
function alphaChannel({ channels }: Picture): number | undefined {
  return channels % 2 === 0 ? channels - 1 : undefined;
}
