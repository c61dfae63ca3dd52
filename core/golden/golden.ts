import type { Channels, Picture } from '../picture/picture.ts';
import { hash } from './hash.ts';
import { inkOf } from './ink.ts';
import { ASK, LOOKS, type Look, type Scene } from './looks.ts';
import { sizeIn, SIZES } from './sizes.ts';

/** Every size in every look. */
export const GOLDEN_COUNT = SIZES.length * LOOKS.length;

const MAX_CHANNELS = 4;

/** A picture asks for no more numbers than this: there the next picture's start. */
const QUESTIONS = 16;

/**
 * Draws a golden picture by whole numbers alone, so that it is the same on every machine. The recipe is
 * specified in `models/conformance/README.md`.
 *
 * @param index 0 to GOLDEN_COUNT - 1
 * @throws RangeError for any other index
 */
export function goldenPicture(index: number): Picture {
  const round = Math.floor(index / SIZES.length);
  const size = SIZES[index % SIZES.length];
  const lookOf = LOOKS[(index + round) % LOOKS.length];
  if (size === undefined || lookOf === undefined || round >= LOOKS.length) {
    throw new RangeError(`Golden pictures are numbered 0 to ${GOLDEN_COUNT - 1}, not ${index}.`);
  }
  const channels = (((Math.floor(index / LOOKS.length) + round) % MAX_CHANNELS) + 1) as Channels;
  const scene = sceneOf(index, ...sizeIn(round, size));
  const { width, height } = scene;
  return { pixels: paint(scene, lookOf(scene), channels, index % 10), width, height, channels };
}

/** The first golden pictures, or all, in their order, each drawn when it is asked for. */
export function* goldenPictures(count = GOLDEN_COUNT): Generator<Picture> {
  for (let index = 0; index < count; index++) yield goldenPicture(index);
}

function sceneOf(index: number, width: number, height: number): Scene {
  const number = (question: number) => hash(QUESTIONS * index + question);
  const seed = number(ASK.noise);
  return {
    width,
    height,
    choose: (question, count) => number(question) % count,
    noise: ({ byte }) => hash(seed + byte) % 256,
  };
}

function paint(scene: Scene, look: Look, channels: Channels, digit: number): Uint8Array {
  const { width, height } = scene;
  const ink = look.ink && inkOf(placing(scene, digit), width, height);
  const pixels = new Uint8Array(width * height * channels);
  const alphaChannel = channels % 2 === 0 ? channels - 1 : undefined;
  const spot = { x: 0, y: 0, channel: 0, byte: 0 };
  for (spot.y = 0; spot.y < height; spot.y++) {
    for (spot.x = 0; spot.x < width; spot.x++) {
      const isInk = ink?.[spot.y * width + spot.x] === 1;
      for (spot.channel = 0; spot.channel < channels; spot.channel++) {
        pixels[spot.byte] = levelOf(look, isInk, spot.channel === alphaChannel)(spot);
        spot.byte++;
      }
    }
  }
  return pixels;
}

function levelOf(look: Look, isInk: boolean, isAlpha: boolean) {
  if (isAlpha) return isInk ? look.alphaOnInk : look.alphaOnPaper;
  return isInk && look.ink ? look.ink : look.paper;
}

/** A digit of half to all of the picture's shorter side, anywhere in it. */
function placing({ width, height, choose }: Scene, digit: number) {
  const shorter = 2 * Math.min(width, height);
  const side = Math.floor((shorter * (50 + choose(ASK.side, 51))) / 100);
  return {
    digit,
    side,
    left: choose(ASK.left, 2 * width - side + 1),
    top: choose(ASK.top, 2 * height - side + 1),
    // A twentieth to an eighth, half of which is a pen's; and half a pixel where that is less.
    radius: Math.max(1, Math.floor((side * (3 + choose(ASK.radius, 4))) / 100)),
  };
}
